import { FAST_COST } from "../contract/emulator-target.ts"
import { junitCases, junitReport } from "../contract/junit.ts"
import { CannotCompare } from "../contract/lock-step/cannot-compare.ts"
import { readTranscripts } from "../contract/read-transcripts.ts"
import { serverTarget } from "../contract/real-project/server-target.ts"
import { emulatorReplayer, type Replayer, replayAll } from "../contract/replay-all.ts"
import { replayOnServer } from "../contract/replay-on-server.ts"
import { count, countByArea, describeDifferences } from "../contract/report.ts"
import type { ContractReplayOptions } from "./contract-replay.ts"
import { contractRun, exitCodes, readLedgerFile, showProgress, writeOrRefuse } from "./contract-run.ts"

/** Runs `contract replay` and sets the exit code of the process. */
export async function contractReplay(folder: string, options: ContractReplayOptions): Promise<void> {
  await contractRun(async (signal) => {
    const transcripts = readTranscripts(folder)
    const ledger = readLedgerFile(options.ledger)
    const replayer = replayerFor(options, signal)
    let done = 0
    const { steps, unused } = await replayAll(transcripts, replayer, ledger, () => {
      showProgress(`${++done} of ${transcripts.length} recordings`)
    })
    showProgress("")
    if (steps.length === 0) throw new CannotCompare("Nothing was compared: the recordings have no steps.")
    const total = count("total", steps)
    if (options.junit !== undefined) {
      writeOrRefuse(
        options.junit,
        junitReport("contract replay", [...junitCases(steps), ...unused.map(toCase)]),
      )
    }
    if (options.json) {
      const different = steps.filter(({ differences }) => differences.length > 0)
      const outcome = { areas: countByArea(steps), total, unused, different }
      process.stdout.write(`${JSON.stringify(outcome)}\n`)
    } else {
      const told = describeDifferences(steps, options.tell)
      const lines = [
        ...(told === "" ? [] : [told]),
        ...unused.map((id) => `The ledger's entry ${id} excuses nothing: take it away.`),
        `${total.same} of ${total.steps} steps the same, ${total.accepted} accepted, ${total.different} different.`,
      ]
      process.stdout.write(`${lines.join("\n")}\n`)
    }
    return total.different + unused.length === 0 ? exitCodes.same : exitCodes.different
  })
}

function toCase(id: string) {
  return { name: `ledger: ${id}`, failure: "The entry excuses nothing: take it away." }
}

function replayerFor(options: ContractReplayOptions, signal: AbortSignal): Replayer {
  const { endpoint, project, key, hashCost, timeout, allowNonEmpty = false, anyVersion = false } = options
  if (endpoint === undefined) {
    const replayer = emulatorReplayer(hashCost, { anyVersion })
    return async (transcript) => {
      signal.throwIfAborted()
      return replayer(transcript)
    }
  }
  if (project === undefined || key === undefined) {
    throw new CannotCompare("A server needs --project and --key besides --endpoint.")
  }
  const server = serverTarget({ endpoint, project, key, timeout: timeout * 1000 })
  const target = hashCost === "fast" ? { ...server, argon2Cost: FAST_COST } : server
  return (transcript) => replayOnServer(transcript, target, { signal, allowNonEmpty, anyVersion })
}
