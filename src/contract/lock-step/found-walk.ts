import type { LedgerEntry } from "../ledger.ts"
import type { Target } from "../replay.ts"
import type { Transcript } from "../transcript.ts"
import type { LockStep } from "./run-walk.ts"

/**
 * A walk as a transcript of what the server answered, to be replayed on the emulator like any recording.
 *
 * @param name of the transcript.
 */
export function walkTranscript(
  steps: readonly LockStep[],
  name: string,
  server: Omit<Target, "fetch">,
): Transcript {
  const { baseUrl, project, key } = server
  return {
    name,
    area: "lock-step",
    server: baseUrl,
    project,
    key,
    steps: steps.map(({ server: step }) => step),
  }
}

/**
 * Ledger entries that excuse the differences with which a walk ends, in every walk.
 *
 * @param reason why they are accepted.
 * @param taken IDs of entries that are there already.
 */
export function entriesFor(
  steps: readonly LockStep[],
  reason: string,
  taken: ReadonlySet<string>,
): readonly LedgerEntry[] {
  const last = steps.at(-1)
  if (last === undefined) return []
  const { method, path } = last.call
  const places = [
    ...new Set(last.differences.map((difference) => difference.path.replace(/\[\d+\]/g, "[*]"))),
  ]
  const ids = new Set(taken)
  return places.map((at) => {
    const id = freeId(`${method} ${path} ${at}`.toLowerCase().replace(/[^a-z0-9]+/g, "-"), ids)
    ids.add(id)
    return { id, reason, transcript: "lock-step", method, path, at }
  })
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`
  return id
}
