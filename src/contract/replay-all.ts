import { emulatorTarget } from "./emulator-target.ts"
import { type LedgerEntry, type SettledStep, settle, unusedEntries } from "./ledger.ts"
import type { VersionOptions } from "./like-versions.ts"
import { type ComparedStep, replay } from "./replay.ts"
import type { Transcript } from "./transcript.ts"

/** Replays one transcript, wherever. */
export type Replayer = (transcript: Transcript) => Promise<readonly ComparedStep[]>

/** What came of replaying a set of transcripts. */
export interface ReplayOutcome {
  readonly steps: readonly SettledStep[]
  /** IDs of the ledger's entries that excused nothing. */
  readonly unused: readonly string[]
}

/**
 * Replays transcripts and settles their differences with a ledger.
 * @param onReplayed is told the outcome of each.
 * @param atOnce how many are under way at the same time: one, unless each has a server of its own.
 */
export async function replayAll(
  transcripts: readonly Transcript[],
  replayer: Replayer,
  ledger: readonly LedgerEntry[] = [],
  onReplayed: (steps: readonly SettledStep[]) => void = () => {},
  atOnce = 1,
): Promise<ReplayOutcome> {
  const replayed: (readonly SettledStep[])[] = []
  const waiting = transcripts.entries()
  const replaySome = async () => {
    for (const [index, transcript] of waiting) {
      const settled = settle(await replayer(transcript), ledger)
      replayed[index] = settled
      onReplayed(settled)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, replaySome))
  const steps = replayed.flat()
  return { steps, unused: unusedEntries(steps, ledger).map(({ id }) => id) }
}

/** How many emulators are replayed on at once: while one waits for a hash another one answers. */
export const emulatorsAtOnce = 3

/** Replays each transcript in a fresh emulator, in process. */
export function emulatorReplayer(
  hashCost: "fast" | "server" = "fast",
  options: VersionOptions = {},
): Replayer {
  return async (transcript) => replay(transcript, await emulatorTarget(transcript, hashCost, options))
}
