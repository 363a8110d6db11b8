import type { AttributeType } from "./attributes.ts"
import type { AttributeMethod, LogicalMethod } from "./methods.ts"

/** A value to compare with; dates are milliseconds since the epoch. `null` compares with nothing. */
export type Operand = string | number | boolean | null

/** A condition on one attribute. */
export interface AttributeFilter {
  readonly method: AttributeMethod
  readonly attribute: string
  readonly type: AttributeType
  readonly values: readonly Operand[]
}

/** A condition on a member of an attribute (`name.first`): accepted at first, but the database has no such column. */
export interface NestedAttributeFilter {
  readonly method: AttributeMethod
  readonly attribute: string
  readonly type: "nested"
  readonly values: readonly Operand[]
}

/** All or any of some conditions. */
interface LogicalFilter {
  readonly method: LogicalMethod
  readonly filters: readonly Filter[]
}

export type Filter = AttributeFilter | NestedAttributeFilter | LogicalFilter

/** One order of a list. A random one may name any attribute or none. */
export interface Order {
  readonly direction: OrderDirection
  readonly attribute: string
}

export type OrderDirection = "ascending" | "descending" | "random"

/** Where a page begins or ends. */
export interface Cursor {
  readonly direction: "after" | "before"
  /** ID of the record; compared without case, as all IDs in the database. */
  readonly id: string
}

/** The checked queries of a list, in the order in which they were sent. */
export interface Queries {
  readonly filters: readonly Filter[]
  readonly orders: readonly Order[]
  /** Of several, the first one counts. */
  readonly limit: number | undefined
  readonly offset: number | undefined
  readonly cursor: Cursor | undefined
}
