import { declaredEndpoints } from "../src/contract/coverage/declared-endpoints.ts"
import { reportMarkdown } from "../src/contract/coverage/report-table.ts"
import { reportRoutes } from "../src/contract/coverage/route-report.ts"
import type { SettledStep } from "../src/contract/ledger.ts"
import { sdkCalls } from "../src/evidence/sdk-calls.ts"
import type { ReadmeSection } from "../src/test-support/readme-section.ts"
import { allRecordingFiles, readRecording } from "./recordings.ts"

/** Where README.md shows it. */
export const routeSection: ReadmeSection = { name: "routes", command: "npm run readme" }

/** The table of routes for README.md, given all recorded steps as they were replayed and settled. */
export async function routeTable(steps: readonly SettledStep[]): Promise<string> {
  const routes = await declaredEndpoints()
  const transcripts = allRecordingFiles().map(readRecording)
  return reportMarkdown(reportRoutes({ routes, sdkCalls, transcripts, steps, lockStepRuns: [] }))
}
