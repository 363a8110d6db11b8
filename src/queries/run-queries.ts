import type { SequenceRange } from "../store/collection.ts"
import type { Document } from "../store/document.ts"
import type { Randomness } from "../store/randomness.ts"
import type { QueryDialect } from "./dialect.ts"
import type { Listing } from "./listing.ts"
import { type Condition, narrowed } from "./narrow.ts"
import { isBehind, type OrderColumn, orderColumns, reverseColumns } from "./order.ts"
import type { RecordSource } from "./record-source.ts"
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

/**
 * Answers a list as the database does. What it refuses has to be sorted out before (`refusalByDatabase`).
 */
export function runQueries<R extends Document>(
  source: RecordSource<R>,
  listing: Listing<R>,
  { countUpTo, randomness, dialect }: RunOptions,
): ListedRecords<R> {
  const { orders, offset = 0, limit = DEFAULT_LIMIT, cursor } = listing.queries
  const { records, conditions } = narrowed(source, listing)
  const isBackwards = listing.cursor !== undefined && cursor?.direction === "before"
  const columns = isBackwards ? reverseColumns(orderColumns(orders)) : orderColumns(orders)
  const range = rangeOf(columns, listing.cursor)
  // Where all match, they need not be counted.
  const known = conditions.length === 0 ? Math.min(records.size, countUpTo) : undefined
  const wanted: Wanted<R> = {
    meets: (record) => conditions.every((isMet) => isMet(record)),
    isBehind:
      listing.cursor === undefined
        ? undefined
        : isBehind(dialect.cursorColumns(columns, isBackwards), listing.cursor),
    offset,
    limit,
    countUpTo: known === undefined ? countUpTo : 0,
  }
  const { page, total } =
    range === undefined
      ? listSorted(records, wanted, columns, randomness)
      : listBySequence(records, wanted, range)
  return { page: isBackwards ? [...page].reverse() : page, total: known ?? total }
}

interface Wanted<R> {
  readonly meets: Condition<R>
  /** Whether a record is behind the cursor, if there is one. */
  readonly isBehind: Condition<R> | undefined
  readonly offset: number
  readonly limit: number
  readonly countUpTo: number
}

/** Looks at every record once, and at those first that are most likely to be on the page: dates go with the sequence. */
function listSorted<R extends Document>(
  records: RecordSource<R>,
  { meets, isBehind = () => true, offset, limit, countUpTo }: Wanted<R>,
  columns: readonly OrderColumn[],
  randomness: Randomness,
): ListedRecords<R> {
  const first = firstInOrder<R>(columns, offset + limit, randomness)
  const isDescending = columns[0]?.direction === "descending"
  let matches = 0
  for (const record of records.values(isDescending ? LATEST_FIRST : undefined)) {
    if (!meets(record)) continue
    matches += 1
    if (isBehind(record)) first.offer(record)
  }
  return { page: first.inOrder().slice(offset), total: Math.min(matches, countUpTo) }
}

/** Begins at the cursor; what is before it is looked at only if it has to be counted. */
function listBySequence<R extends Document>(
  records: RecordSource<R>,
  wanted: Wanted<R>,
  range: SequenceRange,
): ListedRecords<R> {
  if (wanted.isBehind === undefined) return matching(records.values(range), wanted)
  const { page } = matching(records.values(range), { ...wanted, countUpTo: 0 })
  const { total } = matching(records.values(), { ...wanted, limit: 0 })
  return { page, total }
}

/** Looks at no more records than the page and the count take. */
function matching<R>(records: Iterable<R>, { meets, offset, limit, countUpTo }: Wanted<R>): ListedRecords<R> {
  const page: R[] = []
  let matches = 0
  for (const record of records) {
    if (page.length >= limit && matches >= countUpTo) break
    if (!meets(record)) continue
    matches += 1
    if (matches > offset && page.length < limit) page.push(record)
  }
  return { page, total: Math.min(matches, countUpTo) }
}

/** Where to begin if the list goes by the order of creation, forwards or backwards; otherwise `undefined`. */
function rangeOf(columns: readonly OrderColumn[], cursor: Document | undefined): SequenceRange | undefined {
  const [first] = columns
  if (first?.attribute !== "$sequence" || first.direction === "random") return undefined
  if (first.direction === "ascending") return { after: cursor?.$sequence ?? 0 }
  return cursor === undefined ? LATEST_FIRST : { before: cursor.$sequence }
}

const LATEST_FIRST: SequenceRange = { before: Number.POSITIVE_INFINITY }
