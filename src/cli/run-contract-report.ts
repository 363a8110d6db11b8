import { readFileSync } from "node:fs"
import { declaredEndpoints } from "../contract/coverage/declared-endpoints.ts"
import { type LockStepRun, parseLockStepRuns } from "../contract/coverage/lock-step-runs.ts"
import { reportTable } from "../contract/coverage/report-table.ts"
import { reportRoutes, staleTranscripts } from "../contract/coverage/route-report.ts"
import { readTranscripts } from "../contract/read-transcripts.ts"
import { emulatorReplayer, emulatorsAtOnce, replayAll } from "../contract/replay-all.ts"
import { count } from "../contract/report.ts"
import { sdkCalls } from "../evidence/sdk-calls.ts"
import type { ContractReportOptions } from "./contract-report.ts"
import { contractRun, exitCodes, readLedgerFile, readOrRefuse, showProgress } from "./contract-run.ts"

/** Runs `contract report` and sets the exit code of the process. */
export async function contractReport(folder: string, options: ContractReportOptions): Promise<void> {
  await contractRun(async (signal) => {
    const transcripts = readTranscripts(folder)
    const lockStepRuns = readRuns(options.lockStep)
    let done = 0
    const { steps, unused } = await replayAll(
      transcripts,
      emulatorReplayer(),
      readLedgerFile(options.ledger),
      () => {
        signal.throwIfAborted()
        showProgress(`${++done} of ${transcripts.length} recordings`)
      },
      emulatorsAtOnce,
    )
    showProgress("")
    const routes = reportRoutes({
      routes: await declaredEndpoints(),
      sdkCalls,
      transcripts,
      steps,
      lockStepRuns,
    })
    const stale =
      options.maxAge === undefined ? [] : staleTranscripts(transcripts, options.maxAge, Date.now())
    if (options.json) process.stdout.write(`${JSON.stringify({ routes, stale, unused })}\n`)
    else {
      const lines = [
        reportTable(routes),
        ...stale.map(({ transcript, recorded }) => `${transcript} is out of date: recorded on ${recorded}.`),
        ...unused.map((id) => `The ledger's entry ${id} excuses nothing: take it away.`),
      ]
      process.stdout.write(`${lines.join("\n")}\n`)
    }
    return count("total", steps).different + unused.length === 0 ? exitCodes.same : exitCodes.different
  })
}

function readRuns(file: string | undefined): readonly LockStepRun[] {
  if (file === undefined) return []
  return readOrRefuse(() => parseLockStepRuns(readFileSync(file, "utf8"), file))
}
