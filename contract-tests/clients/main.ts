import { readFileSync, writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { withSection } from "../../src/test-support/readme-section.ts"
import { aliasOf, CLIENTS, FEW_CLIENTS } from "./client.ts"
import { installCommandLine, runCommandLine } from "./command-line.ts"
import { installClients } from "./install.ts"
import type { ClientReport } from "./outcome.ts"
import { PROFILES } from "./profile.ts"
import { runClient } from "./run-client.ts"
import { clientsMarkdown, clientsSection } from "./table.ts"
import { unusedExceptions } from "./unused-exceptions.ts"

const { values } = parseArgs({
  options: {
    few: { type: "boolean", default: false },
    only: { type: "string" },
    json: { type: "boolean", default: false },
    readme: { type: "boolean", default: false },
  },
})

const readmeFile = new URL("../../README.md", import.meta.url)
const isChosen = (alias: string) => values.only === undefined || values.only === alias
const chosen = (values.few ? FEW_CLIENTS : CLIENTS).filter((client) => isChosen(aliasOf(client)))
const reports: ClientReport[] = []

function note(report: ClientReport): void {
  reports.push(report)
  const of = (result: string) => report.outcomes.filter((outcome) => outcome.result === result).length
  const numbers = `${of("passed")} passed, ${of("failed")} failed, ${of("refused")} refused by any server`
  if (!values.json) console.log(`${report.client} (${report.version}) on ${report.profile}: ${numbers}`)
  for (const outcome of report.outcomes) {
    if (outcome.result !== "failed") continue
    process.exitCode = 1
    for (const problem of outcome.problems) console.error(`  ${outcome.method}: ${problem}`)
  }
}

const clients = installClients(chosen)
if (clients === undefined || (isChosen("appwrite-cli-12") && !installCommandLine())) {
  console.error("SKIPPED: the registry is out of reach, so no client was asked")
} else {
  for (const profile of PROFILES) {
    for (const client of clients) note(await runClient(client, profile))
    if (isChosen("appwrite-cli-12")) note(await runCommandLine(profile, values.few))
  }
  // Only all clients together need all exceptions.
  const unused = values.few || values.only !== undefined ? [] : unusedExceptions(reports)
  for (const exception of unused) console.error(`This excuses nothing any more: ${exception}`)
  if (unused.length > 0) process.exitCode = 1
  if (values.json) console.log(JSON.stringify(reports, undefined, 2))
  if (values.readme)
    writeFileSync(
      readmeFile,
      withSection(readFileSync(readmeFile, "utf8"), clientsSection, clientsMarkdown(reports)),
    )
}
