import type { Document } from "../store/document.ts"
import type { Randomness } from "../store/randomness.ts"
import { compareOrderKeys, type OrderColumn, type OrderKey, orderKey } from "./order.ts"

interface Row<R> {
  readonly record: R
  readonly keys: readonly OrderKey[]
}

/** Rows that may wait for being sorted in. */
const WAITING = 1000

/**
 * The first `most` records in the order of the columns. Only as many are kept as can still be among them, so that a
 * page of a long list costs little more than looking at each record once.
 */
export function firstInOrder<R extends Document>(
  records: Iterable<R>,
  columns: readonly OrderColumn[],
  most: number,
  randomness: Randomness,
): R[] {
  const compare = compareRows(columns)
  const rows: Row<R>[] = []
  let last: Row<R> | undefined
  for (const record of records) {
    const row = { record, keys: keysOf(record, columns, randomness) }
    if (last !== undefined && compare(row, last) >= 0) continue
    rows.push(row)
    if (rows.length >= most + Math.max(most, WAITING)) {
      rows.sort(compare).splice(most)
      last = rows.at(-1)
    }
  }
  return rows
    .sort(compare)
    .slice(0, most)
    .map(({ record }) => record)
}

function keysOf(
  record: Document,
  columns: readonly OrderColumn[],
  randomness: Randomness,
): readonly OrderKey[] {
  return columns.map(({ direction, read }) =>
    direction === "random" ? randomNumber(randomness) : orderKey(read(record)),
  )
}

function randomNumber(randomness: Randomness): number {
  return randomness.bytes(6).reduce((number, byte) => number * 256 + byte, 0)
}

function compareRows(columns: readonly OrderColumn[]) {
  const signs = columns.map(({ direction }) => (direction === "descending" ? -1 : 1))
  return (a: Row<unknown>, b: Row<unknown>): number => {
    for (const [position, sign] of signs.entries()) {
      const order = compareOrderKeys(a.keys[position] ?? null, b.keys[position] ?? null)
      if (order !== 0) return sign * order
    }
    return 0
  }
}
