import fc from "fast-check"
import { loadRoutes } from "../../src/contract/lock-step/load-routes.ts"
import { lockStep } from "../../src/contract/lock-step/lock-step.ts"
import type { LockStepOptions, LockStepResult } from "../../src/contract/lock-step/lock-step-options.ts"
import type { Target } from "../../src/contract/replay.ts"
import { serverOf } from "./servers.ts"

/** Compares a right server with another one, both in process, in walks that nobody has seen before. */
export async function compareWith(
  server: Target,
  options: Partial<LockStepOptions> & Pick<LockStepOptions, "runs">,
): Promise<LockStepResult> {
  return lockStep({
    fc,
    routes: await loadRoutes(),
    server,
    emulator: () => serverOf(),
    steps: 40,
    patience: { answer: 10_000, rateLimit: 0, signal: new AbortController().signal },
    workers: { reads: 0, deletions: 0 },
    shrinks: 500,
    ...options,
  })
}
