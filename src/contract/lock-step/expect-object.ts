import { isJsonObject, type JsonObject } from "../json-value.ts"
import type { Answer } from "../transcript.ts"
import { CannotCompare } from "./cannot-compare.ts"

/**
 * The object that an answer has to be.
 *
 * @param name of the call.
 * @throws CannotCompare when the server has refused.
 */
export function expectObject(answer: Answer, name: string): JsonObject {
  if (answer.status < 300 && isJsonObject(answer.body)) return answer.body
  throw refused(answer, name)
}

/** That a server has refused what walks need. */
export function refused({ status, body }: Answer, name: string): CannotCompare {
  const message = isJsonObject(body) ? (body.message ?? body.$text) : body
  return new CannotCompare(`${name} was answered with ${status}: ${String(message).slice(0, 300)}`)
}
