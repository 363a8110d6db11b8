import type { LedgerEntry } from "../ledger.ts"
import type { Target } from "../replay.ts"
import type { Route } from "./call.ts"
import type { Invariant } from "./invariant.ts"
import type { Patience } from "./patient-fetch.ts"
import type { LockStep, WorkerTimes } from "./run-walk.ts"
import type { Fc } from "./sample-values.ts"
import type { ServerFacts } from "./survey.ts"

/** How to compare an emulator with a server. */
export interface LockStepOptions {
  /** The functions of fast-check, as the caller has loaded them. */
  readonly fc: Fc
  /** All endpoints that are declared. */
  readonly routes: readonly Route[]
  /** First segments of the paths of those that may be called; by default what walks can clean up after. */
  readonly areas?: readonly string[]
  /** Endpoints to leave alone, see `Choice`. */
  readonly without?: readonly string[]
  /** Whether users and teams that are there are no reason to refuse; what would show them is not called then. */
  readonly allowNonEmpty?: boolean
  readonly server: Target
  /** A new and empty emulator for each walk. */
  readonly emulator: (facts: ServerFacts) => Target
  /** How many walks, and how many calls each at most. */
  readonly runs: number
  readonly steps: number
  /** Both from an earlier run, to repeat it. */
  readonly seed?: number
  readonly path?: string
  readonly ledger?: readonly LedgerEntry[]
  readonly invariants?: readonly Invariant[]
  readonly patience: Patience
  readonly workers: WorkerTimes
  /** Most walks that are spent on making a difference shorter. */
  readonly shrinks: number
  readonly onProgress?: (progress: Progress) => void
}

/** How far a run has come. */
export interface Progress {
  readonly walks: number
  readonly calls: number
  readonly isShrinking: boolean
}

/** What came of a run. */
export type LockStepResult = (
  | { readonly outcome: "same" }
  /** `steps`: the shortest walk that was found; the last one of them differs. */
  | { readonly outcome: "different"; readonly path: string; readonly steps: readonly LockStep[] }
  | { readonly outcome: "not compared"; readonly reason: string }
) & {
  readonly seed: number
  /** Version of the server; the empty text if nothing was learnt of it. */
  readonly version: string
  readonly walks: number
  readonly calls: number
  /** How many calls each route got: `PATCH /users/:userId/email`. */
  readonly routes: Readonly<Record<string, number>>
  /** IDs of the ledger's entries that excused a difference. */
  readonly accepted: readonly string[]
  /** Paths of what could not be deleted from the server. */
  readonly left: readonly string[]
  /** Calls that the server could not be asked to carry out, by route and reason, and how many there were. */
  readonly leftOut: Readonly<Record<string, number>>
  /** Differences that were there once, and not when the same calls were made again with longer waits. */
  readonly unsteady: readonly string[]
  /** Why walks ended early: requests that got no answer, so that nobody knows what the server has done. */
  readonly unanswered: readonly string[]
}
