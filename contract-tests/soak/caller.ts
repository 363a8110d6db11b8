import type { Line } from "../../src/bench/connection.ts"
import type { Method } from "../../src/bench/stage.ts"
import { DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../src/emulator.ts"

/** Header lines. */
export type Lines = Readonly<Record<string, string>>

/**
 * Calls an emulator.
 * @param as who calls, in the place of an API key.
 * @returns the answer's body.
 * @throws if the answer has another status: then nothing would be measured.
 */
export type Caller = (
  status: number,
  method: Method,
  path: string,
  body?: object,
  as?: Lines,
) => Promise<Readonly<Record<string, unknown>>>

const KEY: Lines = { "x-appwrite-key": DEFAULT_API_KEY }

/** The head and body of a call. */
export const newCall = (method: Method, path: string, body?: object, as: Lines = KEY) => ({
  method,
  path: `/v1${path}`,
  headers: { "x-appwrite-project": DEFAULT_PROJECT, ...as },
  body: body === undefined ? "" : JSON.stringify(body),
})

export function callerOf({ send }: Line): Caller {
  return async (status, method, path, body, as) => {
    const answer = await send(newCall(method, path, body, as))
    const text = answer.body.toString()
    if (answer.status !== status) {
      throw new Error(`${method} ${path}: ${answer.status} in the place of ${status}: ${text}`)
    }
    const read: unknown = text === "" ? {} : JSON.parse(text)
    return typeof read === "object" && read !== null ? { ...read } : {}
  }
}
