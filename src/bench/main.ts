import { readFileSync, writeFileSync } from "node:fs"
import { withSection } from "../test-support/readme-section.ts"
import { benchMarkdown, benchSection } from "./markdown.ts"
import { readOptions } from "./options.ts"
import { type BenchResult, thisMachine } from "./result.ts"
import { type Run, runOnce } from "./run.ts"
import { measureServerLogins } from "./server-logins.ts"
import { measureSizes } from "./sizes/sizes.ts"
import { measureState } from "./state.ts"
import { measureSuite } from "./suite/suite.ts"
import { summarize } from "./summary.ts"
import { tablesOf } from "./tables.ts"

const options = readOptions(process.argv.slice(2))
const runs: Run[] = []
for (let run = 0; run < options.runs; run += 1) {
  runs.push(await runOnce(options))
  process.stderr.write(`run ${run + 1} of ${options.runs} is done\n`)
}
const result: BenchResult = {
  options,
  machine: thisMachine(),
  summary: summarize(runs),
  state: options.stateUsers === 0 ? [] : await measureState(options.stateUsers),
  sizes: await measureSizes(options.sizes, options.seconds),
  serverLogins: options.serverLogins === 0 ? undefined : await measureServerLogins(options.serverLogins),
  suite: options.suites === 0 ? undefined : await measureSuite(options.suites),
}
if (options.json) console.log(JSON.stringify(result))
else {
  for (const { title, rows } of tablesOf(result)) {
    console.log(title)
    console.table(rows)
  }
}
if (options.readme) {
  const file = new URL("../../README.md", import.meta.url)
  writeFileSync(file, withSection(readFileSync(file, "utf8"), benchSection, benchMarkdown(result)))
}
