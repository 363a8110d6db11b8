import { readOptions } from "./options.ts"
import { printReport } from "./report.ts"
import { type Run, runOnce } from "./run.ts"
import { measureState } from "./state.ts"
import { summarize } from "./summary.ts"

const options = readOptions(process.argv.slice(2))
const runs: Run[] = []
for (let run = 0; run < options.runs; run += 1) {
  runs.push(await runOnce(options))
  process.stderr.write(`run ${run + 1} of ${options.runs} is done\n`)
}
const state = options.stateUsers === 0 ? [] : await measureState(options.stateUsers)
const summary = { ...summarize(runs), state }
if (options.json) console.log(JSON.stringify({ ...options, ...summary }))
else printReport(summary, options.stateUsers)
