import type { Difference } from "../comparison.ts"
import type { Answer, SentStep } from "../transcript.ts"

/** An exchange with the server, in the order in which they happened. */
export interface Exchange {
  readonly sent: SentStep
  readonly answer: Answer
}

/** Something that has to hold whatever is called. */
export interface Invariant {
  readonly name: string
  /**
   * Looks at what a server has answered so far; it is asked after every answer.
   *
   * @param exchanges the last one is new.
   * @returns what is wrong; undefined when nothing is.
   */
  check(exchanges: readonly Exchange[]): string | undefined
}

/** What the last exchange breaks, as differences. */
export function brokenInvariants(
  invariants: readonly Invariant[],
  exchanges: readonly Exchange[],
): readonly Difference[] {
  return invariants.flatMap(({ name, check }) => {
    const reason = check(exchanges)
    const given = exchanges.at(-1)?.answer.body
    return reason === undefined ? [] : [{ path: `invariant: ${name}`, recorded: undefined, given, reason }]
  })
}
