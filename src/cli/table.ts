import type { Style } from "./style.ts"
import { visible } from "./visible.ts"

/** A column of a table. */
export interface Column<T> {
  readonly title: string
  readonly cell: (row: T) => string
}

/** Longer cells lose their end. */
const WIDEST = 40
/** A column gives way to this, and no further. */
const NARROWEST = 8
const GAP = "  "

/**
 * Rows as aligned lines below the titles of their columns. A column in which every cell is empty is left out.
 * @param room how many characters fit in a line: the widest columns give way to it. By default as many as it takes.
 * @returns one text a line.
 */
export function table<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  style: Style,
  room = Number.POSITIVE_INFINITY,
): string[] {
  const filled = columns
    .map(({ title, cell }) => ({ title, cells: rows.map((row) => visible(cell(row))) }))
    .filter(({ cells }) => rows.length === 0 || cells.some((cell) => cell !== ""))
  const needed = filled.map(({ title, cells }) =>
    Math.min(WIDEST, Math.max(...[title, ...cells].map((cell) => [...cell].length))),
  )
  const widths = within(room, needed)
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => fitted(cell, widths[index] ?? 0))
      .join(GAP)
      .trimEnd()
  return [
    style.faint(line(filled.map(({ title }) => title))),
    ...rows.map((_row, index) => line(filled.map(({ cells }) => cells[index] ?? ""))),
  ]
}

/** Widths of columns, of which the widest are made narrower until a line fits, if it can. */
function within(room: number, needed: readonly number[]): number[] {
  const widths = [...needed]
  const length = () => widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length)
  for (let widest = Math.max(...widths); length() > room && widest > NARROWEST; ) {
    widths[widths.indexOf(widest)] = widest - 1
    widest = Math.max(...widths)
  }
  return widths
}

function fitted(text: string, width: number): string {
  const characters = [...text]
  return characters.length <= width
    ? text + " ".repeat(width - characters.length)
    : `${characters.slice(0, width - 1).join("")}…`
}
