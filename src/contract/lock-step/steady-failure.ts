import type { LockStep, WorkerTimes } from "./run-walk.ts"

/** What a difference is looked for again with: what Appwrite's workers do in batches takes a minute at most. */
const batch = 65_000

/**
 * The times for workers with which a difference has to show again. A run that does not wait at all does not begin now.
 *
 * @param usual as they are the first time.
 */
export function longerTimes({ reads, deletions }: WorkerTimes): WorkerTimes {
  return { reads: reads === 0 ? 0 : reads + batch, deletions: Math.max(reads, deletions) }
}

/**
 * Whether a walk that has failed fails again, with the same answers wrong. A fault of the server's (5xx) may come and go:
 * it has to come back more often.
 *
 * @param again makes the same calls once more.
 */
export async function isSteady(
  failed: readonly LockStep[],
  again: () => Promise<readonly LockStep[]>,
): Promise<boolean> {
  const status = failed.at(-1)?.server.answer.status ?? 0
  const times = status >= 500 ? 3 : 1
  for (let time = 0; time < times; time += 1) {
    if (!isSameFailure(failed, await again())) return false
  }
  return true
}

function isSameFailure(one: readonly LockStep[], other: readonly LockStep[]): boolean {
  return one.length === other.length && placesOf(one) === placesOf(other)
}

function placesOf(steps: readonly LockStep[]): string {
  return (steps.at(-1)?.differences ?? []).map(({ path }) => path).join("\n")
}
