import { equalityKey } from "./collation.ts"
import type { Document } from "./document.ts"
import { orderedMap } from "./ordered-map.ts"

/** The text that a record is found by, compared under the database's collation; `null` is not in the index. */
export type IndexedText<R> = (record: R) => string | null

/** An index in which no two records share a text. */
export interface UniqueIndex<R> {
  readonly name: string
  /** The number of the record that has `text`. */
  find(text: string): number | undefined
  /** Whether another record has the text of `record`. */
  refuses(record: R): boolean
  /** Follows a write: `previous` is gone, `next` is there. */
  move(previous: R | undefined, next: R | undefined): void
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export function uniqueIndex<R extends Document>(name: string, text: IndexedText<R>): UniqueIndex<R> {
  const sequences = orderedMap<string, number>(byText)
  const keyOf = (record: R | undefined): string | null => {
    const found = record === undefined ? null : text(record)
    return found === null ? null : equalityKey(found)
  }
  return {
    name,
    find: (wanted) => sequences.get(equalityKey(wanted)),
    refuses(record) {
      const key = keyOf(record)
      const holder = key === null ? undefined : sequences.get(key)
      return holder !== undefined && holder !== record.$sequence
    },
    move(previous, next) {
      const before = keyOf(previous)
      const after = keyOf(next)
      if (before === after) return
      if (before !== null) sequences.delete(before)
      if (after !== null && next !== undefined) sequences.set(after, next.$sequence)
    },
  }
}
