import type { Document } from "../store/document.ts"
import type { Randomness } from "../store/randomness.ts"
import { compareValues, type OrderColumn } from "./order.ts"

/** The first of many records in some order. */
export interface FirstRecords<R> {
  /** One more record that may be among them. */
  offer(record: R): void
  /** The first ones of all that were offered, in order. */
  inOrder(): R[]
}

interface Row<R> {
  readonly record: R
  /** For each random column a number; none for the others. */
  readonly draws: readonly number[]
}

/** Rows that may wait for being sorted in. */
const WAITING = 1000
const NO_DRAWS: readonly number[] = []

/**
 * Finds the first `most` records in the order of the columns. Only as many are kept as can still be among them, so that
 * a page of a long list costs little more than looking at each record once.
 */
export function firstInOrder<R extends Document>(
  columns: readonly OrderColumn[],
  most: number,
  randomness: Randomness,
): FirstRecords<R> {
  const compare = compareRows(columns)
  const isRandom = columns.some(({ direction }) => direction === "random")
  const rows: Row<R>[] = []
  let last: Row<R> | undefined
  return {
    offer(record) {
      const draws = isRandom ? columns.map((column) => drawFor(column, randomness)) : NO_DRAWS
      const row = { record, draws }
      if (last !== undefined && compare(row, last) >= 0) return
      rows.push(row)
      if (rows.length >= most + Math.max(most, WAITING)) {
        rows.sort(compare).splice(most)
        last = rows.at(-1)
      }
    },
    inOrder: () =>
      rows
        .sort(compare)
        .slice(0, most)
        .map(({ record }) => record),
  }
}

function drawFor({ direction }: OrderColumn, randomness: Randomness): number {
  if (direction !== "random") return 0
  let number = 0
  for (const byte of randomness.bytes(6)) number = number * 256 + byte
  return number
}

function compareRows(columns: readonly OrderColumn[]) {
  return (a: Row<Document>, b: Row<Document>): number => {
    for (const [position, { direction, read }] of columns.entries()) {
      if (direction === "random") {
        const order = (a.draws[position] ?? 0) - (b.draws[position] ?? 0)
        if (order !== 0) return order
      } else {
        const order = compareValues(read(a.record), read(b.record))
        if (order !== 0) return direction === "descending" ? -order : order
      }
    }
    return 0
  }
}
