import type { ReadmeSection } from "../test-support/readme-section.ts"
import type { BenchResult } from "./result.ts"
import { type Table, tablesOf } from "./tables.ts"

/** Where README.md shows a run. */
export const benchSection: ReadmeSection = { name: "benchmark", command: "npm run bench -- --readme" }

/** A run as it stands in README.md. */
export function benchMarkdown(result: BenchResult): string {
  const { cpu, cores, node, date } = result.machine
  const { runs, seconds } = result.options
  const where = `Measured on ${date}: ${cpu}, ${cores} cores, Node ${node}; medians of ${runs} runs, ${seconds} s each.`
  return [where, ...tablesOf(result).map(tableMarkdown)].join("\n\n")
}

function tableMarkdown({ title, rows }: Table): string {
  const columns = Object.keys(rows[0] ?? {})
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
  const widths = columns.map((_column, index) =>
    Math.max(3, ...lines.map((line) => line[index]?.length ?? 0)),
  )
  const write = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`
  const [head = [], ...body] = lines
  const rule = widths.map((width) => "-".repeat(width))
  return [`**${title}**`, "", write(head), write(rule), ...body.map(write)].join("\n")
}
