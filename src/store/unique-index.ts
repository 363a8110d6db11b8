import { indexKey } from "./collation.ts"
import type { Document } from "./document.ts"
import type { OrderedMap } from "./ordered-map.ts"
import { versionedMap } from "./versioned-map.ts"

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
  /** What it holds now. */
  capture(): UniqueIndexState
}

/** Numbers of records by the keys of their texts. */
export type UniqueIndexState = OrderedMap<string, number>

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** @param state a captured one to start from. */
export function uniqueIndex<R extends Document>(
  name: string,
  text: IndexedText<R>,
  state?: UniqueIndexState,
): UniqueIndex<R> {
  const sequences = versionedMap<string, number>(byText, state)
  const keyOf = (record: R | undefined): string | null => {
    const found = record === undefined ? null : text(record)
    return found === null ? null : indexKey(found)
  }
  return {
    name,
    find: (wanted) => sequences.now().get(indexKey(wanted)),
    refuses(record) {
      const key = keyOf(record)
      const holder = key === null ? undefined : sequences.now().get(key)
      return holder !== undefined && holder !== record.$sequence
    },
    move(previous, next) {
      const before = keyOf(previous)
      const after = keyOf(next)
      if (before === after) return
      if (before !== null) sequences.changing().delete(before)
      if (after !== null && next !== undefined) sequences.changing().set(after, next.$sequence)
    },
    capture: sequences.capture,
  }
}
