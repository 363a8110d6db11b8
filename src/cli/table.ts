import type { Style } from "./style.ts"
import { visible } from "./visible.ts"

/** A column of a table. */
export interface Column<T> {
  readonly title: string
  readonly cell: (row: T) => string
}

/** Longer cells lose their end. */
const WIDEST = 40

/**
 * Rows as aligned lines below the titles of their columns. A column in which every cell is empty is left out.
 * @returns one text a line.
 */
export function table<T>(rows: readonly T[], columns: readonly Column<T>[], style: Style): string[] {
  const filled = columns
    .map(({ title, cell }) => ({ title, cells: rows.map((row) => shortened(visible(cell(row)))) }))
    .filter(({ cells }) => rows.length === 0 || cells.some((cell) => cell !== ""))
  const widths = filled.map(({ title, cells }) => Math.max(...[title, ...cells].map((cell) => cell.length)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd()
  return [
    style.faint(line(filled.map(({ title }) => title))),
    ...rows.map((_row, index) => line(filled.map(({ cells }) => cells[index] ?? ""))),
  ]
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= WIDEST ? text : `${characters.slice(0, WIDEST - 1).join("")}…`
}
