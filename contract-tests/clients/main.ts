import { parseArgs } from "node:util"
import { aliasOf, CLIENTS, FEW_CLIENTS } from "./client.ts"
import { installClients } from "./install.ts"
import type { ClientReport } from "./outcome.ts"
import { PROFILES } from "./profile.ts"
import { runClient } from "./run-client.ts"

const { values } = parseArgs({
  options: {
    few: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    json: { type: "boolean", default: false },
  },
})

const chosen = (values.few ? FEW_CLIENTS : CLIENTS).filter((client) =>
  `${aliasOf(client)} `.includes(values.only),
)
const clients = installClients(chosen)
if (clients === undefined) {
  console.error("SKIPPED: the registry is out of reach, so no client was asked")
} else {
  const reports: ClientReport[] = []
  for (const client of clients) {
    for (const profile of PROFILES) {
      const report = await runClient(client, profile)
      reports.push(report)
      const failed = report.outcomes.filter(({ result }) => result === "failed")
      const passed = report.outcomes.filter(({ result }) => result === "passed")
      const absent = report.outcomes.filter(({ result }) => result === "absent")
      if (!values.json) {
        console.log(
          `${report.client} ${report.version} on ${report.profile}: ${passed.length} passed, ${absent.length} absent, ${failed.length} failed`,
        )
        for (const outcome of failed)
          console.log(`  ${outcome.method}`, outcome.result === "failed" ? outcome.problems : "")
      }
      if (failed.length > 0) process.exitCode = 1
    }
  }
  if (values.json) console.log(JSON.stringify(reports, undefined, 2))
}
