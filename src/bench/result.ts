import { cpus } from "node:os"
import type { BenchOptions } from "./options.ts"
import type { ServerLogins } from "./server-logins.ts"
import type { SizeResult } from "./sizes/one-size.ts"
import type { StateRow } from "./state.ts"
import type { SuiteCost } from "./suite/suite.ts"
import type { Summary } from "./summary.ts"

/** Where it was measured, and when. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly node: string
  /** The day, as `2026-01-31`. */
  readonly date: string
}

/** All that the benchmark measured. */
export interface BenchResult {
  readonly options: BenchOptions
  readonly machine: Machine
  readonly summary: Summary
  readonly state: readonly StateRow[]
  readonly sizes: readonly SizeResult[]
  readonly serverLogins: ServerLogins | undefined
  readonly suite: SuiteCost | undefined
}

/** This machine, today. */
export function thisMachine(): Machine {
  const cores = cpus()
  const date = new Date().toISOString().slice(0, "2026-01-31".length)
  return { cpu: cores[0]?.model ?? "unknown", cores: cores.length, node: process.version, date }
}
