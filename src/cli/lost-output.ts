import { reasonOf } from "../system-error.ts"

/** Ends the process whose standard output goes nowhere, and says why. */
export function endWithoutOutput(error: Error): never {
  process.stderr.write(`Can't write to standard output: ${reasonOf(error)}.\n`)
  process.exit(1)
}
