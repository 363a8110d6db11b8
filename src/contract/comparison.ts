import type { JsonValue } from "./json-value.ts"
import type { Timeline } from "./timeline.ts"
import type { Transcript } from "./transcript.ts"
import type { Twins } from "./twins.ts"

/** One place where this run's answer is not the recorded one. */
export interface Difference {
  /** Where: `status`, `headers.<name>`, `cookies[<n>]…` or `body` with a JSON path. */
  readonly path: string
  /** undefined: there was nothing. */
  readonly recorded: JsonValue | undefined
  readonly given: JsonValue | undefined
  /** Why the two are not the same, when their sight does not tell. */
  readonly reason: string
}

/** All that has been learnt in a run so far, and the step whose answer is compared now. */
export interface Comparison {
  readonly transcript: Transcript
  /** Number of the step, from 0. */
  readonly step: number
  readonly twins: Twins
  /** Every string that the recording's client sent up to now, this step's included. */
  readonly sent: ReadonlySet<string>
  readonly timeline: Timeline
  /** Dates seen, by record, member and recorded moment: a stored date does not change between answers. */
  readonly dates: Map<string, number>
  /** What the server of this run spends on Argon2, as its hashes state it; undefined: what was recorded. */
  readonly argon2Cost: string | undefined
  /** Name of the host that answers in this run. */
  readonly hostname: string
}

/** Where a string stands in an answer. */
export interface Position {
  /** The member that holds it, or holds the list that it is in. */
  readonly member: string
  /** `$id` of the record around it in the recording. */
  readonly owner: string | undefined
}

/** Why two values are not the same; undefined when they are. */
export type Verdict = string | undefined
