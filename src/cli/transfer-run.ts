import { CannotCompare } from "../contract/lock-step/cannot-compare.ts"
import type { Ask } from "../contract/real-project/ask.ts"
import { EmulatorError } from "../emulator-error.ts"
import { SeedError } from "../seed/seed-error.ts"
import { asker } from "../transfer/project-options.ts"
import { TransferError } from "../transfer/transfer-error.ts"
import { showProgress, tell } from "./contract-run.ts"
import type { RealProjectOptions } from "./real-project-options.ts"
import { visibleLines } from "./visible.ts"

const SECOND = 1000
const NOTHING_DONE = 2

/**
 * Runs a command on a real project, which Ctrl+C ends. What keeps it from its work goes to standard error.
 * @param run returns the exit code.
 * @param afterwards what to say if it could not end.
 */
export async function transferRun(
  { endpoint, project, key, timeout, longestWait }: RealProjectOptions,
  run: (ask: Ask) => Promise<number>,
  afterwards: string,
): Promise<void> {
  const stop = new AbortController()
  const onSignal = () => stop.abort(new TransferError("Interrupted."))
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, onSignal)
  const patience = {
    signal: stop.signal,
    onWait(milliseconds: number) {
      const seconds = Math.ceil(milliseconds / SECOND)
      if (seconds > longestWait) {
        stop.abort(new TransferError(`The server asks to wait for ${seconds} s, longer than --longest-wait.`))
      } else tell(`The server limits its clients: waiting for ${seconds} s.`)
    },
  }
  try {
    process.exitCode = await run(asker({ endpoint, project, key, timeout: timeout * SECOND, patience }))
  } catch (error) {
    const reason = stop.signal.aborted ? stop.signal.reason : error
    if (!isForeseen(reason)) throw error
    showProgress("")
    tell(`${visibleLines(reason.message)}${afterwards === "" ? "" : `\n${afterwards}`}`)
    process.exitCode = NOTHING_DONE
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, onSignal)
  }
}

function isForeseen(error: unknown): error is Error {
  return [TransferError, CannotCompare, EmulatorError, SeedError].some((kind) => error instanceof kind)
}
