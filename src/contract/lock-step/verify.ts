import { endpointsOf } from "../../profiles/routes-of.ts"
import type { LedgerEntry } from "../ledger.ts"
import { profileLike, type VersionOptions, versionOfServer } from "../like-versions.ts"
import { askerOf } from "../real-project/ask.ts"
import type { Target } from "../replay.ts"
import { CannotCompare } from "./cannot-compare.ts"
import { loadEmulatorTargets } from "./emulator-target.ts"
import { loadRoutes } from "./load-routes.ts"
import { lockStep } from "./lock-step.ts"
import type { LockStepOptions, LockStepResult } from "./lock-step-options.ts"
import { patientFetch } from "./patient-fetch.ts"
import type { Fc } from "./sample-values.ts"

/** How to compare this package's emulator with a server. */
export type VerifyOptions = Omit<LockStepOptions, "fc" | "routes" | "emulator"> &
  VersionOptions & {
    readonly server: Target
    readonly ledger: readonly LedgerEntry[]
    /** What the emulator spends on passwords; `server`, unless the server is an emulator itself. */
    readonly hashCost: "fast" | "server"
  }

/**
 * Compares this package's emulator, with all its endpoints, with a server.
 *
 * @throws CannotCompare when fast-check is not installed, or the server of a version that the emulator does not know.
 */
export async function verify(options: VerifyOptions): Promise<LockStepResult> {
  const fc = await loadFastCheck()
  const { server, hashCost, patience, anyVersion } = options
  const ask = askerOf({ ...server, fetch: patientFetch(server.fetch, patience) })
  const profile = profileLike(await versionOfServer(ask), { anyVersion: anyVersion ?? false })
  await profile.load()
  const emulator = await loadEmulatorTargets(server, hashCost, profile.name)
  return lockStep({ ...options, fc, routes: endpointsOf(profile, await loadRoutes()), emulator })
}

async function loadFastCheck(): Promise<Fc> {
  try {
    return await import("fast-check")
  } catch {
    throw new CannotCompare("fast-check is not installed: npm install --save-dev fast-check")
  }
}
