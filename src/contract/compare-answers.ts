import { compareBodies } from "./compare-body.ts"
import { compareHeaders } from "./compare-headers.ts"
import type { Comparison, Difference } from "./comparison.ts"
import { isJsonObject, type JsonValue } from "./json-value.ts"
import type { Answer } from "./transcript.ts"

/**
 * Compares an answer with the recorded one and learns the twins that it holds. When the status is another
 * one, that is the only difference: nothing in the two answers has to do with each other then.
 */
export function compareAnswers(
  recorded: Answer,
  given: Answer,
  comparison: Comparison,
): readonly Difference[] {
  if (recorded.status !== given.status) {
    const reason = `the answer was ${textOf(given.body)}, not ${textOf(recorded.body)}`
    return [{ path: "status", recorded: recorded.status, given: given.status, reason }]
  }
  return [...compareHeaders(recorded, given, comparison), ...compareBodies(recorded, given, comparison)]
}

function textOf(body: JsonValue): string {
  const message = isJsonObject(body) ? body.message : undefined
  return JSON.stringify(message ?? body).slice(0, 200)
}
