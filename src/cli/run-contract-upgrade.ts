import { CannotCompare } from "../contract/lock-step/cannot-compare.ts"
import { readTranscripts } from "../contract/read-transcripts.ts"
import { type Transcript, versionOf } from "../contract/transcript.ts"
import { type Change, changesOf } from "../contract/upgrade/changes.ts"
import { describeChanges } from "../contract/upgrade/describe-changes.ts"
import { loadReasons } from "../contract/upgrade/reasons.ts"
import { counted } from "../counted.ts"
import { PROFILES, profileOfVersion } from "../profiles/profiles.ts"
import { contractRun, exitCodes } from "./contract-run.ts"
import type { ContractUpgradeOptions } from "./contract-upgrade.ts"

/** Runs `contract upgrade` and sets the exit code of the process. */
export async function contractUpgrade(log: string, options: ContractUpgradeOptions): Promise<void> {
  await contractRun(async () => {
    const [from, to] = [PROFILES[options.from], PROFILES[options.to]]
    const reasons = await loadReasons(from, to)
    const transcripts = readTranscripts(log)
    for (const transcript of transcripts) checkVersion(transcript, options)
    const logs: { readonly log: string; readonly calls: number; readonly changes: readonly Change[] }[] = []
    for (const transcript of transcripts) {
      const { name, steps } = transcript
      logs.push({ log: name, calls: steps.length, changes: await changesOf(transcript, to, reasons) })
    }
    if (options.json)
      process.stdout.write(`${JSON.stringify({ from: from.version, to: to.version, logs })}\n`)
    else process.stdout.write(`${logs.map(describeLog).join("\n\n")}\n`)
    return logs.every(({ changes }) => changes.length === 0) ? exitCodes.same : exitCodes.different
  })

  function describeLog({
    log: name,
    calls,
    changes,
  }: {
    log: string
    calls: number
    changes: readonly Change[]
  }) {
    const from = PROFILES[options.from].version
    const title = `${name}: ${counted(calls, "call")}, Appwrite ${from} -> ${PROFILES[options.to].version}`
    return `${title}\n\n${changes.length === 0 ? "Nothing changes." : describeChanges(changes)}`
  }
}

/** @throws CannotCompare for calls that were answered by another version. */
function checkVersion(transcript: Transcript, { from }: ContractUpgradeOptions): void {
  const version = versionOf(transcript)
  if (profileOfVersion(version)?.name === from) return
  throw new CannotCompare(
    `The calls of ${transcript.name} were answered by Appwrite ${version}, not by ${from}: let an emulator with --appwrite ${from} answer them.`,
  )
}
