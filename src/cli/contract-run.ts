import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { inspect } from "node:util"
import { type LedgerEntry, parseLedger } from "../contract/ledger.ts"
import { CannotCompare } from "../contract/lock-step/cannot-compare.ts"
import { NotEmptyError } from "../contract/record/record-error.ts"
import { reasonOf } from "../system-error.ts"

/** What the commands that compare end with. */
export const exitCodes = { same: 0, different: 1, notCompared: 2 } as const

/**
 * Runs a command that can be interrupted: the first Ctrl+C ends it in good order, a second one at once. What keeps it from
 * comparing anything goes to standard error.
 * @param run returns the exit code.
 */
export async function contractRun(run: (signal: AbortSignal) => Promise<number>): Promise<void> {
  const stop = new AbortController()
  const onSignal = () => {
    tell("Interrupted: deleting what was made.")
    stop.abort(new CannotCompare("The run was interrupted."))
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, onSignal)
  try {
    process.exitCode = await run(stop.signal)
  } catch (error) {
    const isForeseen = error instanceof CannotCompare || error instanceof NotEmptyError
    tell(isForeseen ? error.message : inspect(error))
    process.exitCode = exitCodes.notCompared
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, onSignal)
  }
}

/** Writes a line for a person beside the command's output. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Shows at a terminal how far a command has come; the empty text takes the line away. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}

/**
 * Reads a ledger, if there is one.
 * @throws CannotCompare when it can't be read.
 */
export function readLedgerFile(file: string | undefined): readonly LedgerEntry[] {
  if (file === undefined) return []
  return readOrRefuse(() => parseLedger(readFileSync(file, "utf8"), file))
}

/**
 * What reading a file gives.
 * @throws CannotCompare with the reason, when there is one not to.
 */
export function readOrRefuse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new CannotCompare(error instanceof Error ? error.message : String(error))
  }
}

/**
 * Writes a file, whose folder is made if it is not there.
 * @throws CannotCompare with the reason, when there is one not to.
 */
export function writeOrRefuse(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    throw new CannotCompare(`Can't write ${file}: ${reasonOf(error)}.`)
  }
}
