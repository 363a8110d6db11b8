import { numericValue } from "../php/numeric-string.ts"
import { isPhpArray, PhpFloat, type PhpValue, phpGet, phpValues } from "../php/value.ts"
import type { Attributes } from "./attributes.ts"
import { checkFilter, type FilterScope, typeInScope } from "./check-filter.ts"
import type { QueryDialect } from "./dialect.ts"
import type { Cursor, Filter, Order, OrderDirection, Queries } from "./query.ts"
import { readQuery, type SentQuery } from "./read-query.ts"
import { QueriesRefused } from "./refusal.ts"

/** No queries at all: the default of the parameter. */
export const NO_QUERIES: Queries = {
  filters: [],
  orders: [],
  limit: undefined,
  offset: undefined,
  cursor: undefined,
}

const CURSOR = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,35}$/

/**
 * Reads and checks the `queries` parameter of a list.
 *
 * Appwrite 1.9: the queries are read and checked one by one; those inside of `and` and `or` before the outer one.
 *
 * @param value the parameter as it was sent
 * @param attributes what the list can be filtered and ordered by; `undefined` for a list that only knows limit and
 *   offset (logs)
 * @param now milliseconds since the epoch: what incomplete dates are completed from
 * @param dialect of the version of Appwrite
 * @throws QueriesRefused
 */
export function parseQueries(
  value: PhpValue,
  attributes: Attributes | undefined,
  now: number,
  dialect: QueryDialect,
): Queries {
  const scope = attributes === undefined ? undefined : { attributes, now, dialect }
  if (!isPhpArray(value)) throw new QueriesRefused("Queries must be an array")
  const filters: Filter[] = []
  const orders: Order[] = []
  let limit: number | undefined
  let offset: number | undefined
  let cursor: Cursor | undefined
  for (const element of phpValues(value)) {
    const checked = check(readQuery(element, dialect), scope)
    if (checked.limit !== undefined) limit ??= checked.limit
    else if (checked.offset !== undefined) offset ??= checked.offset
    else if (checked.cursor !== undefined) cursor ??= checked.cursor
    else if (checked.order !== undefined) orders.push(checked.order)
    else if (checked.filter !== undefined) filters.push(checked.filter)
  }
  return { filters, orders, limit, offset, cursor }
}

/** Exactly one member is there. */
interface Checked {
  readonly filter?: Filter
  readonly order?: Order
  readonly limit?: number
  readonly offset?: number
  readonly cursor?: Cursor
}

function check(query: SentQuery, scope: FilterScope | undefined): Checked {
  const nested = query.nested.map((inner) => check(inner, scope))
  const { method } = query
  if (method.kind === "limit") return { limit: checkNumber(query, "limit", 1) }
  if (method.kind === "offset") return { offset: checkNumber(query, "offset", 0) }
  if (scope === undefined || method.kind === "select") {
    throw new QueriesRefused(`Invalid query method: ${query.name}`)
  }
  switch (method.kind) {
    case "cursor":
      return { cursor: { direction: method.direction, id: checkCursor(query) } }
    case "order":
      return { order: checkOrder(query.attribute, method.direction, scope) }
    case "filter":
      if (method.rule === "elemMatch") throw refusal("elemMatch is not supported by the database")
      if (method.rule === "logical") return { filter: checkLogical(query.name, nested) }
      return { filter: checkFilter(query, method.rule, scope) }
  }
}

function checkLogical(name: string, nested: readonly Checked[]): Filter {
  const method = name === "and" ? "and" : "or"
  const title = method === "and" ? "And" : "Or"
  const filters = nested.flatMap(({ filter }) => (filter === undefined ? [] : [filter]))
  if (filters.length !== nested.length) throw refusal(`${title} queries can only contain filter queries`)
  if (filters.length < 2) throw refusal(`${title} queries require at least two queries`)
  return { method, filters }
}

function checkOrder(attribute: string, direction: OrderDirection, scope: FilterScope): Order {
  if (direction === "random") return { direction, attribute }
  // An order without an attribute goes by the order of creation.
  if (attribute === "") return { direction, attribute: "$sequence" }
  const [top = attribute] = attribute.split(".", 1)
  if (typeInScope(scope, top) === undefined) throw refusal(`Attribute not found in schema: ${top}`)
  if (top !== attribute) throw refusal(`Cannot order by nested attribute: ${top}`)
  return { direction, attribute }
}

/** The first value as an integer; one beyond JavaScript's safe range is as good as the largest of them. */
function checkNumber({ values }: SentQuery, name: "limit" | "offset", minimum: number): number {
  const number = numericValue(phpGet(values, "0") ?? null)
  // Appwrite's own slip: the offset's message speaks of the limit here.
  if (number === undefined) throw refusal("Invalid limit: Value must be a valid number")
  if (number instanceof PhpFloat || number < minimum) {
    throw refusal(
      `Invalid ${name}: Value must be a valid range between ${minimum} and 9,223,372,036,854,775,807`,
    )
  }
  return Math.min(Number(number), Number.MAX_SAFE_INTEGER)
}

function checkCursor({ values }: SentQuery): string {
  const id = phpGet(values, "0")
  if (typeof id === "string" && CURSOR.test(id)) return id
  throw refusal(
    "Invalid cursor: UID must contain at most 36 chars. Valid chars are a-z, A-Z, 0-9, and underscore. Can't start with a leading underscore",
  )
}

function refusal(message: string): QueriesRefused {
  return new QueriesRefused(`Invalid query: ${message}`)
}
