import { parseArgs } from "node:util"
import { emulatorReplayer, emulatorsAtOnce, replayAll } from "../src/contract/replay-all.ts"
import { count, countByArea, describeDifferences } from "../src/contract/report.ts"
import { readLedger } from "./accepted-differences.ts"
import { readRecording, recordedVersions, recordingFiles } from "./recordings.ts"

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    version: { type: "string", multiple: true, default: [...recordedVersions()] },
    only: { type: "string", default: "" },
    tell: { type: "string", default: "0" },
  },
})

const files = values.version.flatMap(recordingFiles).filter((file) => file.includes(values.only))
const transcripts = files.map(readRecording)
const outcome = await replayAll(transcripts, emulatorReplayer(), readLedger(), () => {}, emulatorsAtOnce)
const versions = values.version.map((version) => {
  const steps = outcome.steps.filter((step) => step.version === version)
  return { version, areas: countByArea(steps), total: count("total", steps) }
})
const isWhole = values.only === "" && values.version.length === recordedVersions().length
const unused = isWhole ? outcome.unused : []

if (values.json) console.log(JSON.stringify({ versions, unused }))
else {
  for (const { version, areas, total } of versions) {
    console.log(`Appwrite ${version}`)
    console.table([...areas, total])
  }
  if (unused.length > 0) console.log(`ledger entries that excuse nothing: ${unused.join(", ")}`)
  const told = describeDifferences(outcome.steps, Number(values.tell))
  if (values.tell !== "0" && told !== "") console.log(told)
}
const isFailure = versions.some(({ total }) => total.steps === 0 || total.different > 0)
if (isFailure || unused.length > 0) process.exitCode = 1
