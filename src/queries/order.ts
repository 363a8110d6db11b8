import { compareTexts, compareUnits } from "../store/compare-texts.ts"
import type { Document } from "../store/document.ts"
import { type ReadAttribute, readAttribute, type StoredValue } from "./attributes.ts"
import type { Order, OrderDirection } from "./query.ts"

/** One column of the effective order of a list. */
export interface OrderColumn {
  readonly attribute: string
  readonly direction: OrderDirection
  readonly read: ReadAttribute
}

/**
 * The columns that a list is ordered by.
 *
 * Appwrite 1.9: the order of creation comes last, ascending, unless a unique attribute is named. Attributes and
 * directions are paired by their position, so that a random order without an attribute takes the next attribute's
 * place.
 */
export function orderColumns(orders: readonly Order[]): readonly OrderColumn[] {
  const attributes = orders.map(({ attribute }) => attribute).filter((name) => name !== "" && name !== "0")
  if (!attributes.includes("$id") && !attributes.includes("$sequence")) attributes.push("$sequence")
  return attributes.map((attribute, position) => ({
    attribute,
    direction: orders[position]?.direction ?? "ascending",
    read: readAttribute(attribute),
  }))
}

/** The column of the order of creation. */
export function sequenceColumn(direction: OrderDirection): OrderColumn {
  return { attribute: "$sequence", direction, read: readAttribute("$sequence") }
}

/** The same columns from the end of the list to its beginning. */
export function reverseColumns(columns: readonly OrderColumn[]): readonly OrderColumn[] {
  return columns.map((column) => ({ ...column, direction: REVERSED[column.direction] }))
}

const REVERSED: Readonly<Record<OrderDirection, OrderDirection>> = {
  ascending: "descending",
  descending: "ascending",
  random: "random",
}

/**
 * Ascending order of two values of one column: `null` comes first, texts go by the collation, arrays by their JSON
 * text, `false` comes before `true`.
 */
export function compareValues(a: StoredValue, b: StoredValue): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  if (typeof a === "string") return compareTexts(a, String(b))
  if (typeof a === "object") return compareUnits(JSON.stringify(a), JSON.stringify(b))
  return Number(a) - Number(b)
}

/**
 * Which records come behind another one: those that are behind it in a column, with the same values in all columns
 * before. As in SQL, `null` is neither behind nor the same; random columns are passed over.
 */
export function isBehind(columns: readonly OrderColumn[], cursor: Document): (record: Document) => boolean {
  const values = columns.map(({ read }) => read(cursor))
  if (columns.every(({ direction }) => direction === "random")) return () => true
  return (record) => {
    for (const [position, { direction, read }] of columns.entries()) {
      const value = read(record)
      const wanted = values[position] ?? null
      if (value === null || wanted === null) return false
      const order = compareValues(value, wanted)
      if (direction === "ascending" ? order > 0 : direction === "descending" && order < 0) return true
      if (order !== 0) return false
    }
    return false
  }
}
