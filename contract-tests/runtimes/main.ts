import { spawnSync } from "node:child_process"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { markdownTable, type TableRow } from "../../src/test-support/markdown-table.ts"
import { openStage, runProgramme, type Stage } from "./run-programme.ts"
import { runSuite } from "./run-suite.ts"
import { type InstalledRuntime, installRuntime, RUNTIMES } from "./runtime.ts"

/**
 * Runs the package on every runtime that it is for, and shows which ran. It fails if the package fails on one of them, or if
 * none could be installed.
 */

const { values } = parseArgs({
  options: {
    // The packed package, if there is one already.
    package: { type: "string" },
    // Whether the whole suite runs, too, where it is to pass.
    suite: { type: "boolean", default: false },
    only: { type: "string" },
  },
})

const rows: TableRow[] = []
const tell = (problems: readonly string[], name: string) => {
  process.exitCode = 1
  for (const problem of problems) console.error(`${name}: ${problem}`)
}

async function row(runtime: InstalledRuntime, stage: Stage): Promise<TableRow> {
  const { name, file, runsSuite } = runtime
  const [version = "?"] =
    spawnSync(file, ["--version"], { encoding: "utf8" }).stdout.match(/\d+\.\d+\.\d+/) ?? []
  const { passed, problems } = await runProgramme(runtime, stage)
  if (problems.length > 0) tell(problems, name)
  const programme = `${passed} passed, ${problems.length} failed`
  if (!values.suite) return { runtime: name, version, "in process": programme }
  if (!runsSuite) return { runtime: name, version, "in process": programme, suite: "" }
  const suite = runSuite(runtime)
  if (!suite.isGood) tell([`the suite did not pass`], name)
  const counts = `${suite.passed} passed, ${suite.failed} failed, ${suite.skipped} skipped`
  return { runtime: name, version, "in process": programme, suite: counts }
}

using stage = openStage(values.package && resolve(values.package))
if (stage === undefined) {
  console.error("SKIPPED: the registry is out of reach, so the package ran on no other runtime")
} else {
  let ran = 0
  for (const runtime of RUNTIMES) {
    if (values.only !== undefined && values.only !== runtime.name) continue
    const installed = installRuntime(runtime)
    if (typeof installed === "string") {
      console.error(`${runtime.name}: ${installed}`)
      const suite = values.suite && { suite: "" }
      rows.push({ runtime: runtime.name, version: "not installed", "in process": "did not run", ...suite })
    } else {
      rows.push(await row(installed, stage))
      ran += 1
    }
  }
  console.log(markdownTable(rows))
  if (ran === 0) tell(["no runtime was there"], "Nothing ran")
}
