import { emulatorTarget } from "./emulator-target.ts"
import { type LedgerEntry, type SettledStep, settle, unusedEntries } from "./ledger.ts"
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
 * Replays transcripts one after the other and settles their differences with a ledger.
 * @param onReplayed is told the outcome of each.
 */
export async function replayAll(
  transcripts: readonly Transcript[],
  replayer: Replayer,
  ledger: readonly LedgerEntry[] = [],
  onReplayed: (steps: readonly SettledStep[]) => void = () => {},
): Promise<ReplayOutcome> {
  const steps: SettledStep[] = []
  for (const transcript of transcripts) {
    const settled = settle(await replayer(transcript), ledger)
    steps.push(...settled)
    onReplayed(settled)
  }
  return { steps, unused: unusedEntries(steps, ledger).map(({ id }) => id) }
}

/** Replays each transcript in a fresh emulator, in process. */
export function emulatorReplayer(hashCost: "fast" | "server" = "fast"): Replayer {
  return async (transcript) => replay(transcript, await emulatorTarget(transcript, hashCost))
}
