import { readOptions } from "./options.ts"
import { printReport } from "./report.ts"
import { type Run, runOnce } from "./run.ts"
import { measureServerLogins, printServerLogins } from "./server-logins.ts"
import { printSizes } from "./sizes/print-sizes.ts"
import { measureSizes } from "./sizes/sizes.ts"
import { measureState } from "./state.ts"
import { summarize } from "./summary.ts"

const options = readOptions(process.argv.slice(2))
const runs: Run[] = []
for (let run = 0; run < options.runs; run += 1) {
  runs.push(await runOnce(options))
  process.stderr.write(`run ${run + 1} of ${options.runs} is done\n`)
}
const state = options.stateUsers === 0 ? [] : await measureState(options.stateUsers)
const sizes = await measureSizes(options.sizes, options.seconds)
const serverLogins = options.serverLogins === 0 ? undefined : await measureServerLogins(options.serverLogins)
const summary = { ...summarize(runs), state }
if (options.json) console.log(JSON.stringify({ ...options, ...summary, sizes, serverLogins }))
else {
  printReport(summary, options.stateUsers)
  printSizes(sizes)
  if (serverLogins !== undefined) printServerLogins(serverLogins)
}
