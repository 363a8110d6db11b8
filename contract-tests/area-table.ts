import type { SettledStep } from "../src/contract/ledger.ts"
import { count, countByArea } from "../src/contract/report.ts"
import { markdownTable } from "../src/test-support/markdown-table.ts"
import type { ReadmeSection } from "../src/test-support/readme-section.ts"

/** Where README.md shows it. */
export const areaSection: ReadmeSection = { name: "recordings", command: "npm run readme" }

/** How many recorded steps of each version and area are the same, given all as they were replayed and settled. */
export function areaTable(steps: readonly SettledStep[]): string {
  const versions = [...new Set(steps.map(({ version }) => version))].toSorted()
  const rows = versions.flatMap((version) => {
    const own = steps.filter((step) => step.version === version)
    return [...countByArea(own), count("**total**", own)].map(({ area, ...counts }) => {
      const numbers = Object.entries(counts).map(([name, value]) => [name, String(value)])
      return { Appwrite: version, area, ...Object.fromEntries(numbers) }
    })
  })
  return markdownTable(rows)
}
