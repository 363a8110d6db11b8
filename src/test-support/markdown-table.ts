/** One row: texts by the names of their columns, which are the same in all rows. */
export type TableRow = Readonly<Record<string, string>>

/** A table in Markdown, its columns aligned also where it is read as text. */
export function markdownTable(rows: readonly TableRow[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
  const widths = columns.map((_column, index) =>
    Math.max(3, ...lines.map((line) => line[index]?.length ?? 0)),
  )
  const write = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`
  const [head = [], ...body] = lines
  const rule = widths.map((width) => "-".repeat(width))
  return [write(head), write(rule), ...body.map(write)].join("\n")
}
