import type { Document } from "../store/document.ts"
import type { Listing } from "./listing.ts"
import { orderColumns } from "./order.ts"
import type { Filter, Queries } from "./query.ts"

/**
 * What the database says of a list that the parameter check let through.
 *
 * - `invalid`: Appwrite 1.9 answers 400 `general_query_invalid` with this message on GET /users; the other lists do
 *   not expect it and answer 500.
 * - `orderNull`: the list is ordered by an attribute of which the cursor's record has no value. 400
 *   `database_query_order_null`.
 * - `fault`: 500 everywhere; the reason is not for the client.
 */
export type DatabaseRefusal =
  | { readonly kind: "invalid"; readonly message: string }
  | { readonly kind: "orderNull"; readonly attribute: string }
  | { readonly kind: "fault"; readonly reason: string }

/** Values that the database takes for one attribute. Appwrite 1.9 with MariaDB. */
const MOST_VALUES = 500
const EARLIEST_DATE = new Date(0).setUTCFullYear(1000, 0, 1)

/**
 * The database's own checks, which come after the cursor's record was found: the values of all filters, then whether
 * what is searched by has a full-text index (no attribute that can be named has one), then the cursor's values; what
 * it cannot do at all comes last.
 *
 * @returns `undefined` if the list can be run
 */
export function refusalByDatabase<R extends Document>(listing: Listing<R>): DatabaseRefusal | undefined {
  const { queries, cursor } = listing
  const message = firstOf(queries.filters, valuesRefusal)
  if (message !== undefined) return { kind: "invalid", message: `Invalid query: ${message}` }
  const searched = searchedAttribute(queries.filters)
  if (searched !== undefined) {
    return { kind: "invalid", message: `Searching by attribute "${searched}" requires a fulltext index.` }
  }
  const nullAttribute = cursor === undefined ? undefined : nullOrderAttribute(queries, cursor)
  if (nullAttribute !== undefined) return { kind: "orderNull", attribute: nullAttribute }
  const reason = faultOf(listing)
  return reason === undefined ? undefined : { kind: "fault", reason }
}

function valuesRefusal(filter: Filter): string | undefined {
  if ("filters" in filter) return firstOf(filter.filters, valuesRefusal)
  const { attribute, type, values } = filter
  const [column = attribute] = attribute.split(".", 1)
  if (values.length > MOST_VALUES) {
    return `Query on attribute has greater than ${MOST_VALUES} values: ${column}`
  }
  const isRefused = values.some((value) => {
    if (typeof value !== "number") return false
    // Sequences begin at 1.
    return attribute === "$sequence" ? value < 1 : type === "datetime" && value < EARLIEST_DATE
  })
  return isRefused ? `Query value is invalid for attribute "${column}"` : undefined
}

/** Filters inside of others are looked at first. */
function searchedAttribute(filters: readonly Filter[]): string | undefined {
  const inner = firstOf(filters, (filter) =>
    "filters" in filter ? searchedAttribute(filter.filters) : undefined,
  )
  return (
    inner ??
    firstOf(filters, (filter) =>
      filter.method === "search" || filter.method === "notSearch" ? filter.attribute : undefined,
    )
  )
}

function nullOrderAttribute({ orders }: Queries, cursor: Document): string | undefined {
  return orderColumns(orders).find(({ read }) => read(cursor) === null)?.attribute
}

function faultOf<R extends Document>({ queries, cursor, search }: Listing<R>): string | undefined {
  if (search?.term.kind === "fault") return "the search term is no full-text expression"
  const columns = orderColumns(queries.orders)
  const comparesArray = columns.some(({ read }) => cursor !== undefined && Array.isArray(read(cursor)))
  if (comparesArray) return "the cursor's record has an array in an order attribute"
  return firstOf(queries.filters, unsupported)
}

function unsupported(filter: Filter): string | undefined {
  if ("filters" in filter) return firstOf(filter.filters, unsupported)
  if (filter.type === "nested") return `there is no column ${filter.attribute}`
  const isExistence = filter.method === "exists" || filter.method === "notExists"
  return isExistence ? "exists queries are not supported by the database" : undefined
}

function firstOf(
  filters: readonly Filter[],
  find: (filter: Filter) => string | undefined,
): string | undefined {
  for (const filter of filters) {
    const found = find(filter)
    if (found !== undefined) return found
  }
  return undefined
}
