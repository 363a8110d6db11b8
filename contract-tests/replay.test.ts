import { describe, expect, test } from "vitest"
import { type SettledStep, settle, unusedEntries } from "../src/contract/ledger.ts"
import { replay } from "../src/contract/replay.ts"
import { describeDifferences } from "../src/contract/report.ts"
import { readLedger } from "./accepted-differences.ts"
import { readRecording, recordingFiles } from "./recordings.ts"
import { createTarget } from "./target.ts"

const toldSteps = 3
// Some transcripts set many passwords, and each costs what the real server spends on it.
const timeout = 120_000
const files = recordingFiles("1.9.6")
const ledger = readLedger()

describe("the emulator answers as Appwrite 1.9.6 did", () => {
  const replayed = new Map<string, readonly SettledStep[]>()

  test.each(files)("%s", { timeout }, async (file) => {
    const transcript = readRecording(file)
    const steps = settle(await replay(transcript, await createTarget(transcript)), ledger)
    replayed.set(file, steps)
    const failure = describeDifferences(steps, toldSteps)
    if (failure !== "") throw new Error(failure)
  })

  test("something was compared", () => {
    expect(files).not.toHaveLength(0)
    expect([...replayed.values()].flat()).not.toHaveLength(0)
  })

  test("every entry of the ledger excuses something", (context) => {
    if (replayed.size < files.length) return context.skip()
    const unused = unusedEntries([...replayed.values()].flat(), ledger)
    expect(unused.map(({ id }) => id)).toEqual([])
  })
})
