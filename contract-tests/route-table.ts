import { declaredEndpoints } from "../src/contract/coverage/declared-endpoints.ts"
import { reportMarkdown } from "../src/contract/coverage/report-table.ts"
import { reportRoutes } from "../src/contract/coverage/route-report.ts"
import type { SettledStep } from "../src/contract/ledger.ts"
import { sdkCalls } from "../src/evidence/sdk-calls.ts"
import { allRecordingFiles, readRecording } from "./recordings.ts"

const begin = "<!-- routes: made by npm run readme -->"
const end = "<!-- routes end -->"

/** The table of routes for README.md, given all recorded steps as they were replayed and settled. */
export async function routeTable(steps: readonly SettledStep[]): Promise<string> {
  const routes = await declaredEndpoints()
  const transcripts = allRecordingFiles().map(readRecording)
  return reportMarkdown(reportRoutes({ routes, sdkCalls, transcripts, steps, lockStepRuns: [] }))
}

/** The table in a text, or undefined when it has no place for one. */
export function tableIn(readme: string): string | undefined {
  const [, rest] = readme.split(begin, 2)
  const [table] = rest?.split(end, 1) ?? []
  return rest?.includes(end) ? table?.trim() : undefined
}

/** A text with another table in it. */
export function withTable(readme: string, table: string): string {
  const [before = "", rest = ""] = readme.split(begin, 2)
  return `${before}${begin}\n\n${table}\n\n${end}${rest.slice(rest.indexOf(end) + end.length)}`
}
