import { parseArgs } from "node:util"
import { emulatorTarget } from "../src/contract/emulator-target.ts"
import { type SettledStep, settle, unusedEntries } from "../src/contract/ledger.ts"
import { replay } from "../src/contract/replay.ts"
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

const ledger = readLedger()
const steps: SettledStep[] = []
for (const file of recordingFiles(values.version)) {
  if (!file.includes(values.only)) continue
  const transcript = readRecording(file)
  const outcome = await replay(transcript, await emulatorTarget(transcript))
  steps.push(...settle(outcome, ledger))
}

const areas = countByArea(steps)
const total = count("total", steps)
const unused = values.only === "" ? unusedEntries(steps, ledger).map(({ id }) => id) : []

if (values.json) console.log(JSON.stringify({ version: values.version, areas, total, unused }))
else {
  console.table([...areas, total])
  if (unused.length > 0) console.log(`ledger entries that excuse nothing: ${unused.join(", ")}`)
  const told = describeDifferences(steps, Number(values.tell))
  if (values.tell !== "0" && told !== "") console.log(told)
}
if (total.steps === 0 || total.different > 0 || unused.length > 0) process.exitCode = 1
