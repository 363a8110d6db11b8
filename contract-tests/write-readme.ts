import { readFileSync, writeFileSync } from "node:fs"
import { emulatorReplayer, replayAll } from "../src/contract/replay-all.ts"
import { withSection } from "../src/test-support/readme-section.ts"
import { readLedger } from "./accepted-differences.ts"
import { SECTIONS } from "./readme-sections.ts"
import { allRecordingFiles, readRecording } from "./recordings.ts"

const file = new URL("../README.md", import.meta.url)
const { steps } = await replayAll(allRecordingFiles().map(readRecording), emulatorReplayer(), readLedger())
for (const { section, make } of SECTIONS) {
  const content = await make(steps)
  // Read as late as can be: replaying takes a while.
  writeFileSync(file, withSection(readFileSync(file, "utf8"), section, content))
}
