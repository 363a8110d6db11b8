import { readFileSync, writeFileSync } from "node:fs"
import { emulatorReplayer, replayAll } from "../src/contract/replay-all.ts"
import { readLedger } from "./accepted-differences.ts"
import { allRecordingFiles, readRecording } from "./recordings.ts"
import { routeTable, tableIn, withTable } from "./route-table.ts"

const file = new URL("../README.md", import.meta.url)
const { steps } = await replayAll(allRecordingFiles().map(readRecording), emulatorReplayer(), readLedger())
const table = await routeTable(steps)
// Read last: replaying takes a while.
const readme = readFileSync(file, "utf8")
if (tableIn(readme) === undefined) throw new Error("README.md has no place for the table of routes")
writeFileSync(file, withTable(readme, table))
