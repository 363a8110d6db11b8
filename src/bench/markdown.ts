import { markdownTable } from "../test-support/markdown-table.ts"
import type { ReadmeSection } from "../test-support/readme-section.ts"
import type { BenchResult } from "./result.ts"
import { tablesOf } from "./tables.ts"

/** Where README.md shows a run. */
export const benchSection: ReadmeSection = { name: "benchmark", command: "npm run bench -- --readme" }

/** A run as it stands in README.md. */
export function benchMarkdown(result: BenchResult): string {
  const { cpu, cores, node, date } = result.machine
  const { runs, seconds } = result.options
  const where = `Measured on ${date}: ${cpu}, ${cores} cores, Node ${node}; medians of ${runs} runs, ${seconds} s each.`
  const tables = tablesOf(result).map(({ title, rows }) => `**${title}**\n\n${markdownTable(rows)}`)
  return [where, ...tables].join("\n\n")
}
