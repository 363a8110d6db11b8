import type { Document } from "../store/document.ts"
import type { QueryDialect } from "./dialect.ts"
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

/**
 * The database's own checks, which come after the cursor's record was found: the values of all filters, then whether
 * what is searched by has a full-text index (no attribute that can be named has one), then the cursor's values; what
 * it cannot do at all comes last.
 *
 * @returns `undefined` if the list can be run
 */
export function refusalByDatabase<R extends Document>(
  listing: Listing<R>,
  dialect: QueryDialect,
): DatabaseRefusal | undefined {
  const { queries, cursor } = listing
  const message = firstOf(queries.filters, (filter) => valuesRefusal(filter, dialect))
  if (message !== undefined) return { kind: "invalid", message: `Invalid query: ${message}` }
  const searched = searchedAttribute(queries.filters)
  if (searched !== undefined) {
    return { kind: "invalid", message: `Searching by attribute "${searched}" requires a fulltext index.` }
  }
  const nullAttribute = cursor === undefined ? undefined : nullOrderAttribute(queries, cursor, dialect)
  if (nullAttribute !== undefined) {
    return dialect.tellsNullCursor
      ? { kind: "orderNull", attribute: nullAttribute }
      : { kind: "fault", reason: `the order attribute ${nullAttribute} of the cursor's record is null` }
  }
  const reason = faultOf(listing, dialect)
  return reason === undefined ? undefined : { kind: "fault", reason }
}

function valuesRefusal(filter: Filter, dialect: QueryDialect): string | undefined {
  if ("filters" in filter) return firstOf(filter.filters, (inner) => valuesRefusal(inner, dialect))
  const { attribute, type, values } = filter
  const [column = attribute] = attribute.split(".", 1)
  if (values.length > dialect.mostDatabaseValues) {
    return `Query on attribute has greater than ${dialect.mostDatabaseValues} values: ${column}`
  }
  const isRefused = values.some((value) => {
    if (typeof value !== "number") return false
    // Sequences begin at 1.
    return attribute === "$sequence" ? value < 1 : type === "datetime" && value < dialect.earliestDate
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

function nullOrderAttribute(
  { orders }: Queries,
  cursor: Document,
  dialect: QueryDialect,
): string | undefined {
  return dialect.cursorColumns(orderColumns(orders), false).find(({ read }) => read(cursor) === null)
    ?.attribute
}

function faultOf<R extends Document>(
  { queries, cursor, search }: Listing<R>,
  dialect: QueryDialect,
): string | undefined {
  if (search?.term.kind === "fault") return "the search term is no full-text expression"
  const columns = orderColumns(queries.orders)
  const comparesArray = columns.some(({ read }) => cursor !== undefined && Array.isArray(read(cursor)))
  if (comparesArray) return "the cursor's record has an array in an order attribute"
  return firstOf(queries.filters, (filter) => unsupported(filter, dialect))
}

function unsupported(filter: Filter, dialect: QueryDialect): string | undefined {
  if ("filters" in filter) return firstOf(filter.filters, (inner) => unsupported(inner, dialect))
  if (filter.type === "nested") return `there is no column ${filter.attribute}`
  const isNullCheck = filter.method === "isNull" || filter.method === "isNotNull"
  if (isNullCheck && filter.values.length > 0 && !dialect.nullChecksTakeValues) {
    return "a check for null has no place for values"
  }
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
