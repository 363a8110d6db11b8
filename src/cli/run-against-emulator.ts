import { CannotAsk, type EmulatorPlace, findEmulator, type RunningEmulator } from "./running-emulator.ts"
import { visibleLines } from "./visible.ts"

/**
 * Runs a command that talks to a running emulator. What keeps it from doing so goes to standard error, with exit code 1.
 */
export async function runAgainstEmulator(
  place: EmulatorPlace,
  run: (emulator: RunningEmulator) => Promise<void>,
): Promise<void> {
  try {
    await run(await findEmulator(place))
  } catch (error) {
    if (!(error instanceof CannotAsk)) throw error
    process.stderr.write(`${visibleLines(error.message)}\n`)
    process.exitCode = 1
  }
}

/** Writes lines to standard output. */
export function print(...lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`)
}
