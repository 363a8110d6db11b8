import { readAnswer } from "../answer.ts"
import type { JsonValue } from "../json-value.ts"
import type { Target } from "../replay.ts"
import type { Answer } from "../transcript.ts"
import { type Patience, patiently } from "./patience.ts"

/** One request with the project's API key, below `/v1`, that belongs to no recording. */
export type Ask = (method: string, path: string, body?: JsonValue) => Promise<Answer>

/** Asks a target, as patiently as a recording does. */
export function askerOf({ baseUrl, project, key, fetch }: Target, patience: Patience = {}): Ask {
  const headers = { "x-appwrite-project": project, "x-appwrite-key": key, "content-type": "application/json" }
  return async (method, path, body) => {
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
    const send = () => fetch(new Request(baseUrl + path, init))
    return readAnswer(await patiently(send, Date.now, patience))
  }
}
