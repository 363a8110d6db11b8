import { type NowOrLater, rescued } from "../now-or-later.ts"
import type { Answer } from "../server/answer.ts"
import type { ResponseHeaders } from "../server/response-headers.ts"
import { delay, fail } from "./fail.ts"
import type { FaultMoment, FaultRule } from "./fault-rule.ts"
import type { Faults, Target } from "./faults.ts"

/** How a request is answered where nothing goes wrong. */
export interface UsualWay {
  readonly request: Request
  /** What is added to the headers that all answers have. */
  readonly added: ResponseHeaders
  readonly carryOut: (added: ResponseHeaders) => NowOrLater<Answer>
  readonly refused: (thrown: unknown, added: ResponseHeaders) => Answer
}

/**
 * Answers a request as the faults that are meant for it want it. What happens after all was done happens to refusals,
 * too.
 * @throws AppwriteError, Interruption
 */
export async function answerUnderFaults(
  faults: Faults,
  target: Target,
  { request, added, carryOut, refused }: UsualWay,
): Promise<Answer> {
  const rules = faults.strike(target)
  const at = async (moment: FaultMoment): Promise<void> => {
    const now = rules.filter((rule) => momentOf(rule) === moment)
    await delay(
      now.reduce((sum, { latency = 0 }) => sum + latency, 0),
      request.signal,
    )
    for (const { fault } of now) if (fault !== undefined) fail(fault, target, request.signal, added)
  }
  await at("before")
  // An answer that gets lost must leave nothing in the headers of the one that comes in its place.
  const usual = { ...added }
  const answer = await rescued(
    () => carryOut(usual),
    (thrown) => refused(thrown, usual),
  )
  await at("after")
  Object.assign(added, usual)
  return { ...answer, body: spoilt(rules, answer.body) }
}

function momentOf({ fault, when = "before" }: FaultRule): FaultMoment {
  return fault === "broken_json" || fault === "empty" ? "after" : when
}

/** Half of what there is, or nothing. */
function spoilt(rules: readonly FaultRule[], body: string | null): string | null {
  const fault = rules.at(-1)?.fault
  if (body === null || (fault !== "broken_json" && fault !== "empty")) return body
  return fault === "empty" ? "" : body.slice(0, body.length >> 1)
}
