import { readFileSync, writeFileSync } from "node:fs"
import { emulatorReplayer, replayAll } from "../src/contract/replay-all.ts"
import { withSection } from "../src/test-support/readme-section.ts"
import { readLedger } from "./accepted-differences.ts"
import { allRecordingFiles, readRecording } from "./recordings.ts"
import { routeSection, routeTable } from "./route-table.ts"

const file = new URL("../README.md", import.meta.url)
const { steps } = await replayAll(allRecordingFiles().map(readRecording), emulatorReplayer(), readLedger())
const table = await routeTable(steps)
// Read last: replaying takes a while.
writeFileSync(file, withSection(readFileSync(file, "utf8"), routeSection, table))
