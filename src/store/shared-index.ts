import { indexKey } from "./collation.ts"
import type { Document } from "./document.ts"
import type { Gathering } from "./gathering.ts"
import type { OrderedMap } from "./ordered-map.ts"
import type { IndexedText } from "./unique-index.ts"
import { versionedMap } from "./versioned-map.ts"

/** An index in which many records may share a text. */
export interface SharedIndex<R> {
  readonly name: string
  /** The numbers of the records that have `text`, in order of creation. */
  all(text: string): number[]
  /** Whether any record has `text`. */
  has(text: string): boolean
  /** Follows a write: `previous` is gone, `next` is there. */
  move(previous: R | undefined, next: R | undefined): void
  /** What it holds now. */
  capture(): SharedIndexState
  /** Goes back to a captured state. */
  restore(state: SharedIndexState): void
}

interface Entry {
  readonly key: string
  readonly sequence: number
}

/** The keys of texts, each with the number of a record that has it. */
export type SharedIndexState = OrderedMap<Entry, undefined>

const byEntry = (a: Entry, b: Entry): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : a.sequence - b.sequence

/** @param state a captured one to start from. */
export function sharedIndex<R extends Document>(
  name: string,
  text: IndexedText<R>,
  state?: SharedIndexState,
  gathering?: Gathering,
): SharedIndex<R> {
  const entries = versionedMap<Entry, undefined>(byEntry, state, gathering)
  const textOf = (record: R | undefined): string | null => (record === undefined ? null : text(record))
  const entryOf = (record: R | undefined, found: string | null): Entry | undefined =>
    record === undefined || found === null ? undefined : { key: indexKey(found), sequence: record.$sequence }
  return {
    name,
    all(wanted) {
      const map = entries.now()
      // Many projects have nothing of many things; that needs no key.
      if (map.isEmpty) return []
      const key = indexKey(wanted)
      const sequences: number[] = []
      const last = { key, sequence: Number.POSITIVE_INFINITY }
      map.forRange({ key, sequence: 0 }, last, false, (entry) => {
        sequences.push(entry.sequence)
      })
      return sequences
    },
    has(wanted) {
      const key = indexKey(wanted)
      return entries.now().nextHigherKey({ key, sequence: 0 })?.key === key
    },
    move(previous, next) {
      const left = textOf(previous)
      const taken = textOf(next)
      // Most writes leave most texts as they are; those need no key.
      if (left === taken) return
      const before = entryOf(previous, left)
      const after = entryOf(next, taken)
      if (before?.key === after?.key) return
      if (before !== undefined) entries.delete(before)
      if (after !== undefined) entries.set(after, undefined)
    },
    capture: entries.capture,
    restore: entries.restore,
  }
}
