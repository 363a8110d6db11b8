import { readFile, writeFile } from "node:fs/promises"
import { inspect } from "node:util"
import { type LedgerEntry, parseLedger } from "../contract/ledger.ts"
import { CannotCompare } from "../contract/lock-step/cannot-compare.ts"
import { describeResult } from "../contract/lock-step/describe-result.ts"
import { entriesFor, walkTranscript } from "../contract/lock-step/found-walk.ts"
import { junitReport } from "../contract/lock-step/junit.ts"
import type { LockStepResult, Progress } from "../contract/lock-step/lock-step-options.ts"
import { verify } from "../contract/lock-step/verify.ts"
import { transcriptText } from "../contract/transcript-text.ts"
import type { ContractVerifyOptions } from "./contract-verify.ts"

const exitCodes = { same: 0, different: 1, "not compared": 2 } as const
const second = 1000
/** A worker of Appwrite that is asked to delete something is mostly done after this share of the longest wait. */
const deletionShare = 0.1

/** Runs `contract verify` and sets the exit code of the process. Ctrl+C ends the run, which then cleans up. */
export async function contractVerify(options: ContractVerifyOptions): Promise<void> {
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, onSignal)
  try {
    const ledger = await readLedger(options)
    const result = await verify({ ...settingOf(options, stop.signal), ledger })
    await report(result, ledger, options)
    process.exitCode = exitCodes[result.outcome]
  } catch (error) {
    process.stderr.write(`${error instanceof CannotCompare ? error.message : inspect(error)}\n`)
    process.exitCode = exitCodes["not compared"]
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, onSignal)
  }
}

function settingOf(options: ContractVerifyOptions, signal: AbortSignal) {
  const { endpoint, project, key, runs, steps, shrinks, seed, path, hashCost, area, without } = options
  const settle = options.settle * second
  return {
    server: {
      baseUrl: endpoint,
      project,
      key,
      fetch: (request: Request) => fetch(request, { redirect: "manual" }),
    },
    runs,
    steps,
    shrinks,
    hashCost,
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path }),
    ...(area !== undefined && { areas: area }),
    ...(without !== undefined && { without }),
    allowNonEmpty: options.allowNonEmpty ?? false,
    patience: { answer: options.timeout * second, rateLimit: options.longestWait * second, signal },
    workers: { reads: settle, deletions: settle * deletionShare },
    ...(process.stderr.isTTY && { onProgress: showProgress }),
  }
}

function showProgress({ walks, calls, isShrinking }: Progress): void {
  const doing = isShrinking ? "something differs; making it shorter" : "the same so far"
  process.stderr.write(`\r\u001b[K${walks} walks, ${calls} calls, ${doing}`)
}

/** @throws CannotCompare for a ledger that can't be read. */
async function readLedger({ ledger, accept }: ContractVerifyOptions): Promise<readonly LedgerEntry[]> {
  if (ledger === undefined) {
    if (accept !== undefined) throw new CannotCompare("--accept needs a --ledger to write to.")
    return []
  }
  try {
    return parseLedger(await readFile(ledger, "utf8"), ledger)
  } catch (error) {
    if (accept !== undefined && isMissing(error)) return []
    throw new CannotCompare(error instanceof Error ? error.message : String(error))
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT"
}

async function report(
  result: LockStepResult,
  ledger: readonly LedgerEntry[],
  options: ContractVerifyOptions,
): Promise<void> {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K")
  process.stdout.write(
    options.json ? `${JSON.stringify(withoutKey(result, options.key))}\n` : describeResult(result),
  )
  if (options.junit !== undefined) await writeFile(options.junit, junitReport(result))
  if (result.outcome !== "different") return
  if (options.save !== undefined) {
    const server = { baseUrl: options.endpoint, project: options.project, key: options.key }
    await writeFile(options.save, transcriptText(walkTranscript(result.steps, "lock-step", server)))
  }
  if (options.ledger !== undefined && options.accept !== undefined) {
    const taken = new Set(ledger.map(({ id }) => id))
    const entries = [...ledger, ...entriesFor(result.steps, options.accept, taken)]
    await writeFile(options.ledger, `${JSON.stringify(entries, null, 2)}\n`)
  }
}

/** Reports are kept where keys must not be. */
function withoutKey(result: LockStepResult, key: string): unknown {
  return JSON.parse(JSON.stringify(result).replaceAll(JSON.stringify(key), '"…"'))
}
