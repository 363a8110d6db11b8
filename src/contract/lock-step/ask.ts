import { readAnswer } from "../answer.ts"
import type { Target } from "../replay.ts"
import { toRequest } from "../request.ts"
import type { Span } from "../timeline.ts"
import type { Answer, SentStep } from "../transcript.ts"
import type { Twins } from "../twins.ts"

/** An answer, and when it was under way by the clock of its server. */
export interface TimedAnswer {
  readonly answer: Answer
  readonly span: Span
}

/** How far a server's clock is ahead of the own one: at least and at most so many milliseconds. */
export type ClockOffset = Span

/** Both clocks are one. */
export const sameClock: ClockOffset = { from: 0, to: 0 }

/** Sends what a step sends, with the twins of its values put in. */
export async function ask(
  target: Target,
  sent: SentStep,
  twins: Twins,
  offset: ClockOffset,
): Promise<TimedAnswer> {
  const start = Date.now()
  const request = await toRequest(sent, twins, target.baseUrl, start + (offset.from + offset.to) / 2)
  const answer = await readAnswer(await target.fetch(request))
  return { answer, span: { from: start + offset.from, to: Date.now() + offset.to } }
}
