import { existsSync, readFileSync } from "node:fs"
import { parseLockStepRuns } from "../contract/coverage/lock-step-runs.ts"
import { junitReport } from "../contract/junit.ts"
import type { LedgerEntry } from "../contract/ledger.ts"
import { CannotCompare } from "../contract/lock-step/cannot-compare.ts"
import { describeResult } from "../contract/lock-step/describe-result.ts"
import { entriesFor, walkTranscript } from "../contract/lock-step/found-walk.ts"
import type { LockStepResult, Progress } from "../contract/lock-step/lock-step-options.ts"
import { verify } from "../contract/lock-step/verify.ts"
import { redact } from "../contract/record/redact.ts"
import { transcriptText } from "../contract/transcript-text.ts"
import {
  contractRun,
  exitCodes,
  readLedgerFile,
  readOrRefuse,
  showProgress,
  writeOrRefuse,
} from "./contract-run.ts"
import type { ContractVerifyOptions } from "./contract-verify.ts"

const second = 1000
/** A worker of Appwrite that is asked to delete something is mostly done after this share of the longest wait. */
const deletionShare = 0.1

/** Runs `contract verify` and sets the exit code of the process. Ctrl+C ends the run, which then cleans up. */
export async function contractVerify(options: ContractVerifyOptions): Promise<void> {
  await contractRun(async (signal) => {
    const ledger = readLedger(options)
    const result = await verify({ ...settingOf(options, signal), ledger })
    showProgress("")
    report(result, ledger, options)
    if (result.outcome === "not compared") return exitCodes.notCompared
    return result.outcome === "same" ? exitCodes.same : exitCodes.different
  })
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
    anyVersion: options.anyVersion ?? false,
    patience: { answer: options.timeout * second, rateLimit: options.longestWait * second, signal },
    workers: { reads: settle, deletions: settle * deletionShare },
    onProgress({ walks, calls, isShrinking }: Progress) {
      const doing = isShrinking ? "something differs; making it shorter" : "the same so far"
      showProgress(`${walks} walks, ${calls} calls, ${doing}`)
    },
  }
}

/** @throws CannotCompare for a ledger that can't be read. */
function readLedger({ ledger, accept }: ContractVerifyOptions): readonly LedgerEntry[] {
  if (accept === undefined) return readLedgerFile(ledger)
  if (ledger === undefined) throw new CannotCompare("--accept needs a --ledger to write to.")
  return existsSync(ledger) ? readLedgerFile(ledger) : []
}

function report(
  result: LockStepResult,
  ledger: readonly LedgerEntry[],
  options: ContractVerifyOptions,
): void {
  process.stdout.write(options.json ? `${JSON.stringify(result, withoutKey)}\n` : describeResult(result))
  if (options.junit !== undefined) writeOrRefuse(options.junit, junitText(result))
  if (result.outcome === "same" && options.log !== undefined) logRun(options.log, result)
  if (result.outcome !== "different") return
  const { endpoint, project, key, save, accept } = options
  if (save !== undefined) {
    const found = walkTranscript(result.steps, "lock-step", { baseUrl: endpoint, project, key })
    writeOrRefuse(save, transcriptText(redact(found, new URL(endpoint).hostname)))
  }
  if (options.ledger !== undefined && accept !== undefined) {
    const taken = new Set(ledger.map(({ id }) => id))
    const entries = [...ledger, ...entriesFor(result.steps, accept, taken)]
    writeOrRefuse(options.ledger, `${JSON.stringify(entries, null, 2)}\n`)
  }
}

/** Reports are kept where keys must not be. */
function withoutKey(name: string, value: unknown): unknown {
  return name === "x-appwrite-key" ? "…" : value
}

function junitText(result: LockStepResult): string {
  const failure = result.outcome === "same" ? undefined : describeResult(result)
  return junitReport("contract verify", [{ name: `${result.walks} walks, seed ${result.seed}`, failure }])
}

/** Adds a run to those that the report on endpoints tells of. */
function logRun(file: string, { version, routes }: LockStepResult): void {
  const before = existsSync(file)
    ? readOrRefuse(() => parseLockStepRuns(readFileSync(file, "utf8"), file))
    : []
  const runs = [...before, { date: new Date().toISOString(), server: version, routes }]
  writeOrRefuse(file, `${JSON.stringify(runs, null, 2)}\n`)
}
