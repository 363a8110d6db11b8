import type { SequenceRange } from "../store/collection.ts"
import type { Document } from "../store/document.ts"
import type { Randomness } from "../store/randomness.ts"
import { compileFilters } from "./compile-filter.ts"
import type { QueryDialect } from "./dialect.ts"
import type { Listing } from "./listing.ts"
import { searchMatcher } from "./match-search.ts"
import { isBehind, type OrderColumn, orderColumns, reverseColumns } from "./order.ts"
import type { Filter } from "./query.ts"
import { listSource, type RecordSource } from "./record-source.ts"
import { firstInOrder } from "./sort-records.ts"

/** Records on a page if the queries do not say. Appwrite 1.9. */
const DEFAULT_LIMIT = 25

export interface RunOptions {
  /** Matches are counted up to this number; 0 spares the counting. Appwrite 1.9 counts up to 5000. */
  readonly countUpTo: number
  /** For random orders. */
  readonly randomness: Randomness
  readonly dialect: Pick<QueryDialect, "cursorColumns">
}

export interface ListedRecords<R> {
  readonly page: readonly R[]
  /** How many records meet the filters and the search, whatever the page. */
  readonly total: number
}

type Condition<R> = (record: R) => boolean

/**
 * Answers a list as the database does. What it refuses has to be sorted out before (`refusalByDatabase`).
 */
export function runQueries<R extends Document>(
  source: RecordSource<R>,
  listing: Listing<R>,
  { countUpTo, randomness, dialect }: RunOptions,
): ListedRecords<R> {
  const { filters, orders, offset = 0, limit = DEFAULT_LIMIT, cursor } = listing.queries
  const records = narrowed(source, filters)
  const conditions = conditionsOf(listing)
  const isBackwards = listing.cursor !== undefined && cursor?.direction === "before"
  const columns = isBackwards ? reverseColumns(orderColumns(orders)) : orderColumns(orders)
  const range = rangeOf(columns, listing.cursor)
  const end = offset + limit

  // In the order of creation a page is found without looking at more than it takes.
  const first =
    range === undefined
      ? firstInOrder(
          filtered(records.values(), [
            ...conditions,
            ...cursorConditions(dialect.cursorColumns(columns, isBackwards), listing.cursor),
          ]),
          columns,
          end,
          randomness,
        )
      : take(filtered(records.values(range), conditions), end)
  const page = first.slice(offset)
  return {
    page: isBackwards ? page.reverse() : page,
    total:
      conditions.length === 0 ? Math.min(records.size, countUpTo) : count(records, conditions, countUpTo),
  }
}

/** Only the records that an index has, if a filter asks for exact texts of one. */
function narrowed<R extends Document>(source: RecordSource<R>, filters: readonly Filter[]): RecordSource<R> {
  for (const filter of filters) {
    if ("filters" in filter || filter.method !== "equal") continue
    const find = source.unique.get(filter.attribute)
    if (find === undefined) continue
    const found = new Map<number, R>()
    for (const value of filter.values) {
      const record = typeof value === "string" ? find(value) : undefined
      if (record !== undefined) found.set(record.$sequence, record)
    }
    return listSource([...found.values()].sort((a, b) => a.$sequence - b.$sequence))
  }
  return source
}

function conditionsOf<R extends Document>({ queries, search }: Listing<R>): readonly Condition<R>[] {
  const conditions: Condition<R>[] = []
  if (queries.filters.length > 0) conditions.push(compileFilters(queries.filters))
  if (search !== undefined) {
    const matches = searchMatcher(search.term)
    conditions.push((record) => matches(search.text(record)))
  }
  return conditions
}

function cursorConditions<R extends Document>(
  columns: readonly OrderColumn[],
  cursor: R | undefined,
): readonly Condition<R>[] {
  return cursor === undefined ? [] : [isBehind(columns, cursor)]
}

/** Where to begin if the list goes by the order of creation, forwards or backwards; otherwise `undefined`. */
function rangeOf(columns: readonly OrderColumn[], cursor: Document | undefined): SequenceRange | undefined {
  const [first] = columns
  if (first?.attribute !== "$sequence" || first.direction === "random") return undefined
  return first.direction === "ascending"
    ? { after: cursor?.$sequence ?? 0 }
    : { before: cursor?.$sequence ?? Number.POSITIVE_INFINITY }
}

function* filtered<R>(records: Iterable<R>, conditions: readonly Condition<R>[]): Iterable<R> {
  for (const record of records) {
    if (conditions.every((meets) => meets(record))) yield record
  }
}

function take<R>(records: Iterable<R>, most: number): R[] {
  const taken: R[] = []
  for (const record of records) {
    taken.push(record)
    if (taken.length >= most) break
  }
  return taken
}

function count<R extends Document>(
  records: RecordSource<R>,
  conditions: readonly Condition<R>[],
  most: number,
): number {
  if (most <= 0) return 0
  let matches = 0
  for (const _ of filtered(records.values(), conditions)) {
    matches += 1
    if (matches >= most) break
  }
  return matches
}
