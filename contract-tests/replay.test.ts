import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { emulatorTarget } from "../src/contract/emulator-target.ts"
import { type SettledStep, settle, unusedEntries } from "../src/contract/ledger.ts"
import { replay } from "../src/contract/replay.ts"
import { describeDifferences } from "../src/contract/report.ts"
import { sectionIn } from "../src/test-support/readme-section.ts"
import { readLedger } from "./accepted-differences.ts"
import { SECTIONS } from "./readme-sections.ts"
import { allRecordingFiles, readRecording, recordedVersions, recordingFiles } from "./recordings.ts"

const toldSteps = 3
// Each password costs what the real server spends on it.
const timeout = 120_000
/** In which passwords are set in all the ways there are. */
const hashing = ["password-update", "account-updates", "login-rehashes-import"]
const ledger = readLedger()

const versions = recordedVersions()
const files = allRecordingFiles()
const replayed = new Map<string, readonly SettledStep[]>()

describe.each(versions)("the emulator answers as Appwrite %s did", (version) => {
  const files = recordingFiles(version)

  async function replayFile(file: string, hashCost: "fast" | "server"): Promise<void> {
    const transcript = readRecording(file)
    const steps = settle(await replay(transcript, await emulatorTarget(transcript, hashCost)), ledger)
    replayed.set(file, steps)
    const failure = describeDifferences(steps, toldSteps)
    if (failure !== "") throw new Error(failure)
  }

  test.each(files)("%s", (file) => replayFile(file, "fast"))

  test.each(files.filter((file) => hashing.some((name) => file.includes(name))))(
    "%s, at the server's cost",
    { timeout },
    (file) => replayFile(file, "server"),
  )

  test("something was compared", () => {
    expect(files).not.toHaveLength(0)
    expect(files.flatMap((file) => replayed.get(file) ?? [])).not.toHaveLength(0)
  })
})

test("every entry of the ledger excuses something", (context) => {
  if (replayed.size < files.length) return context.skip()
  const unused = unusedEntries([...replayed.values()].flat(), ledger)
  expect(unused.map(({ id }) => id)).toEqual([])
})

test.for(SECTIONS)("README.md has the figures of now: $section.name", async ({ section, make }, context) => {
  if (replayed.size < files.length) return context.skip()
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")
  expect(sectionIn(readme, section), "run npm run readme").toBe(await make([...replayed.values()].flat()))
})
