import type { Document } from "../store/document.ts"
import { compileFilters } from "./compile-filter.ts"
import type { Listing } from "./listing.ts"
import { searchMatcher } from "./match-search.ts"
import type { Filter } from "./query.ts"
import { listSource, type RecordSource } from "./record-source.ts"

/** Whether a record is among those that are asked for. */
export type Condition<R> = (record: R) => boolean

/** The records to look at, and what each of them has to meet. */
export interface Narrowed<R extends Document> {
  readonly records: RecordSource<R>
  readonly conditions: readonly Condition<R>[]
}

/** Only the records that an index finds, and what is left to be asked of them. */
export function narrowed<R extends Document>(
  source: RecordSource<R>,
  { queries: { filters }, search }: Listing<R>,
): Narrowed<R> {
  const conditions: Condition<R>[] = filters.length > 0 ? [compileFilters(filters)] : []
  const byText = foundByText(source, filters)
  if (search === undefined) return { records: byText ?? source, conditions }
  const byWords = byText === undefined ? source.searched?.(search) : undefined
  // That the words are there an index says for sure, but not that they stand in a row.
  if (byWords === undefined || search.term.kind === "phrase") {
    const matches = searchMatcher(search.term)
    conditions.push((record) => matches(search.text.of(record)))
  }
  return { records: byText ?? byWords ?? source, conditions }
}

/** The records that have the texts of a filter that asks for exact ones, if there is an index of them. */
function foundByText<R extends Document>(
  source: RecordSource<R>,
  filters: readonly Filter[],
): RecordSource<R> | undefined {
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
  return undefined
}
