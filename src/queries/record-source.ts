import type { Collection, SequenceRange } from "../store/collection.ts"
import type { Document } from "../store/document.ts"
import type { Search } from "./listing.ts"
import { recordsByNumber } from "./records-by-number.ts"

/** The records that a list is about, before any query. */
export interface RecordSource<R extends Document> {
  readonly size: number
  /** The records in order of creation, or those of a range. */
  values(range?: SequenceRange): Iterable<R>
  /** How to find a record by an attribute that no two records share. */
  readonly unique: ReadonlyMap<string, (text: string) => R | undefined>
  /** The records that a search can find, if there is an index of their words. */
  readonly searched?: (search: Search<R>) => RecordSource<R>
}

/**
 * All records of a collection.
 * @param indexes unique indexes that are named as the attribute whose text they hold
 */
export function collectionSource<R extends Document, U extends string, S extends string>(
  collection: Collection<R, U, S>,
  indexes: readonly U[],
): RecordSource<R> {
  const names: readonly (U | "$id")[] = ["$id", ...indexes]
  return {
    size: collection.size,
    values: (range) => collection.values(range),
    unique: new Map(names.map((name) => [name, (text: string) => collection.find(name, text)])),
    searched({ term, text }) {
      const records = collection.captureRecords()
      return recordsByNumber(text.wordsOf(collection).find(term, records), records)
    },
  }
}

/** Some records, given in order of creation: those of one user, for example. */
export function listSource<R extends Document>(records: readonly R[]): RecordSource<R> {
  return {
    size: records.length,
    values(range) {
      if (range === undefined) return records
      if ("after" in range) return records.filter(({ $sequence }) => $sequence > range.after)
      return records.filter(({ $sequence }) => $sequence < range.before).reverse()
    },
    unique: new Map(),
  }
}
