import { compareKeys, equalityKey } from "../store/collation.ts"
import type { Document } from "../store/document.ts"
import { type ReadAttribute, readAttribute, type StoredValue } from "./attributes.ts"
import type { Order, OrderDirection } from "./query.ts"

/** One column of the effective order of a list. */
export interface OrderColumn {
  readonly attribute: string
  readonly direction: OrderDirection
  readonly read: ReadAttribute
}

/** A value in the form in which it is ordered. */
export type OrderKey = string | number | null

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

/** Texts are ordered by the collation, arrays by their JSON text, `false` comes before `true`. */
export function orderKey(value: StoredValue): OrderKey {
  if (typeof value === "string") return equalityKey(value)
  if (typeof value === "boolean") return Number(value)
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value
}

/** Ascending order of two keys of one column: `null` comes first. */
export function compareOrderKeys(a: OrderKey, b: OrderKey): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  return typeof a === "number" ? a - Number(b) : compareKeys(a, String(b))
}

/**
 * Which records come behind another one: those that are behind it in a column, with the same values in all columns
 * before. As in SQL, `null` is neither behind nor the same; random columns are passed over.
 */
export function isBehind(columns: readonly OrderColumn[], cursor: Document): (record: Document) => boolean {
  const keys = columns.map(({ read }) => orderKey(read(cursor)))
  if (columns.every(({ direction }) => direction === "random")) return () => true
  return (record) => {
    for (const [position, { direction, read }] of columns.entries()) {
      const key = orderKey(read(record))
      const wanted = keys[position] ?? null
      if (key === null || wanted === null) return false
      const order = compareOrderKeys(key, wanted)
      if (direction === "ascending" ? order > 0 : direction === "descending" && order < 0) return true
      if (order !== 0) return false
    }
    return false
  }
}
