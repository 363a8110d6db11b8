import { indexKey } from "./collation.ts"
import type { Document } from "./document.ts"
import type { Gathering } from "./gathering.ts"
import type { OrderedMap } from "./ordered-map.ts"
import { versionedMap } from "./versioned-map.ts"

/** The text that a record is found by, compared under the database's collation; `null` is not in the index. */
export type IndexedText<R> = (record: R) => string | null

/** An index in which no two records share a text. */
export interface UniqueIndex<R> {
  readonly name: string
  /** The number of the record that has `text`. */
  find(text: string): number | undefined
  /**
   * Follows a write: `previous` is gone, `next` is there.
   * @returns whether it may be; if another record has the text of `next`, nothing is changed.
   */
  move(previous: R | undefined, next: R | undefined): boolean
  /** What it holds now. */
  capture(): UniqueIndexState
  /** Goes back to a captured state. */
  restore(state: UniqueIndexState): void
}

/** Numbers of records by the keys of their texts. */
export type UniqueIndexState = OrderedMap<string, number>

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** @param state a captured one to start from. */
export function uniqueIndex<R extends Document>(
  name: string,
  text: IndexedText<R>,
  state?: UniqueIndexState,
  gathering?: Gathering,
): UniqueIndex<R> {
  const sequences = versionedMap<string, number>(byText, state, gathering)
  const textOf = (record: R | undefined): string | null => (record === undefined ? null : text(record))
  return {
    name,
    find: (wanted) => sequences.get(indexKey(wanted)),
    move(previous, next) {
      const left = textOf(previous)
      const taken = textOf(next)
      // Most writes leave most texts as they are; those need no key.
      if (left === taken) return true
      const before = left === null ? null : indexKey(left)
      const after = taken === null ? null : indexKey(taken)
      if (before === after) return true
      // Looks and writes in one go down the tree.
      if (after !== null && next !== undefined && !sequences.add(after, next.$sequence)) return false
      if (before !== null) sequences.delete(before)
      return true
    },
    capture: sequences.capture,
    restore: sequences.restore,
  }
}
