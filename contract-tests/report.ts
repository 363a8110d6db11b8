import { parseArgs } from "node:util"
import { emulatorReplayer, emulatorsAtOnce, replayAll } from "../src/contract/replay-all.ts"
import { count, countByArea, describeDifferences } from "../src/contract/report.ts"
import { readLedger } from "./accepted-differences.ts"
import { readRecording, recordingFiles } from "./recordings.ts"

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    version: { type: "string", default: "1.9.6" },
    only: { type: "string", default: "" },
    tell: { type: "string", default: "0" },
  },
})

const files = recordingFiles(values.version).filter((file) => file.includes(values.only))
const transcripts = files.map(readRecording)
const outcome = await replayAll(transcripts, emulatorReplayer(), readLedger(), () => {}, emulatorsAtOnce)
const { steps } = outcome

const areas = countByArea(steps)
const total = count("total", steps)
const unused = values.only === "" ? outcome.unused : []

if (values.json) console.log(JSON.stringify({ version: values.version, areas, total, unused }))
else {
  console.table([...areas, total])
  if (unused.length > 0) console.log(`ledger entries that excuse nothing: ${unused.join(", ")}`)
  const told = describeDifferences(steps, Number(values.tell))
  if (values.tell !== "0" && told !== "") console.log(told)
}
if (total.steps === 0 || total.different > 0 || unused.length > 0) process.exitCode = 1
