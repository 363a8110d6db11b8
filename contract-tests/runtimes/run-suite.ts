import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { InstalledRuntime } from "./runtime.ts"

const PACKAGE_ROOT = fileURLToPath(new URL("../..", import.meta.url))
const VITEST = join(PACKAGE_ROOT, "node_modules/vitest/vitest.mjs")

/** How many tests of the whole suite went how. */
export interface SuiteRun {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Whether nothing else went wrong either. */
  readonly isGood: boolean
}

/** Runs the whole suite on a runtime, and shows how it goes. */
export function runSuite({ file, env }: InstalledRuntime): SuiteRun {
  const folder = mkdtempSync(join(tmpdir(), "suite-"))
  const report = join(folder, "report.json")
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
    const { status } = spawnSync(file, [VITEST, "run", ...reporters], {
      cwd: PACKAGE_ROOT,
      env,
      stdio: ["ignore", process.stderr, process.stderr],
    })
    const counts: Readonly<Record<string, number>> = JSON.parse(readFileSync(report, "utf8"))
    const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = counts
    return { passed, failed, skipped, isGood: status === 0 && passed > 0 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
