import type { Document, Unnumbered } from "./document.ts"
import { type OrderedMap, orderedMap } from "./ordered-map.ts"
import { type SharedIndex, sharedIndex } from "./shared-index.ts"
import type { UndoLog } from "./transaction.ts"
import { type IndexedText, type UniqueIndex, uniqueIndex } from "./unique-index.ts"

/** What the records of a collection are found by, besides `$id`, which is always unique. */
export interface Indexes<R extends Document, U extends string, S extends string> {
  readonly unique: { readonly [name in U]: IndexedText<R> }
  readonly shared: { readonly [name in S]: IndexedText<R> }
}

/** A write that would have given two records the same text in a unique index. Nothing was stored. */
export class DuplicateError extends Error {
  readonly index: string

  constructor(index: string) {
    super(`A record with the same ${index} exists`)
    this.index = index
  }
}

/**
 * Records by their place in the order of creation: those with a number greater than `after`, or those with a number
 * smaller than `before`, the latest first.
 */
export type SequenceRange = { readonly after: number } | { readonly before: number }

/** Records in order of creation, found by ID and by their indexes. */
export interface Collection<R extends Document, U extends string = never, S extends string = never> {
  readonly size: number
  /** The record that has `text` in a unique index. */
  find(index: U | "$id", text: string): R | undefined
  /** The records that have `text` in a shared index, in order of creation. */
  all(index: S, text: string): R[]
  /** Whether any record has `text` in a shared index. */
  has(index: S, text: string): boolean
  /** All records in order of creation, or those of a range. */
  values(range?: SequenceRange): IterableIterator<R>
  /**
   * Stores a new record and gives it its number.
   * @throws DuplicateError
   */
  insert(record: Unnumbered<R>): R
  /**
   * Puts `record` in the place of the one that has its number.
   * @throws DuplicateError
   */
  replace(record: R): R
  /** Takes the record out; its ID and its other texts are free at once. */
  remove(record: R): void
}

function* valuesWithin<R>(records: OrderedMap<number, R>, range: SequenceRange): IterableIterator<R> {
  if ("after" in range) yield* records.values(range.after + 1)
  else for (const [, record] of records.entriesReversed(range.before, undefined, true)) yield record
}

/**
 * A collection in memory. Records are never changed in place: they are replaced.
 * @param log takes note of each write, so that a transaction can take it back.
 */
export function collection<R extends Document, U extends string, S extends string>(
  indexes: Indexes<R, U, S>,
  log: UndoLog,
): Collection<R, U, S> {
  const records = orderedMap<number, R>((a, b) => a - b)
  const unique = new Map<string, UniqueIndex<R>>()
  for (const [name, text] of Object.entries<IndexedText<R>>({ $id: ({ $id }) => $id, ...indexes.unique })) {
    unique.set(name, uniqueIndex(name, text))
  }
  const shared = new Map<string, SharedIndex<R>>()
  for (const [name, text] of Object.entries<IndexedText<R>>(indexes.shared)) {
    shared.set(name, sharedIndex(name, text))
  }
  let lastSequence = 0

  function move(previous: R | undefined, next: R | undefined): void {
    if (next !== undefined) records.set(next.$sequence, next)
    else if (previous !== undefined) records.delete(previous.$sequence)
    for (const index of unique.values()) index.move(previous, next)
    for (const index of shared.values()) index.move(previous, next)
  }

  function write(previous: R | undefined, next: R | undefined): void {
    if (next !== undefined) {
      for (const index of unique.values()) if (index.refuses(next)) throw new DuplicateError(index.name)
    }
    move(previous, next)
    log.note(() => move(next, previous))
  }

  return {
    get size() {
      return records.size
    },
    find(name, text) {
      const sequence = unique.get(name)?.find(text)
      return sequence === undefined ? undefined : records.get(sequence)
    },
    all(name, text) {
      const found: R[] = []
      for (const sequence of shared.get(name)?.all(text) ?? []) {
        const record = records.get(sequence)
        if (record !== undefined) found.push(record)
      }
      return found
    },
    has(name, text) {
      return shared.get(name)?.has(text) ?? false
    },
    values: (range) => (range === undefined ? records.values() : valuesWithin(records, range)),
    insert(record) {
      const numbered = Object.freeze({ ...record, $sequence: lastSequence + 1 }) as R
      write(undefined, numbered)
      lastSequence += 1
      return numbered
    },
    replace(record) {
      const previous = records.get(record.$sequence)
      if (previous === undefined) throw new Error(`There is no record ${record.$id} to replace`)
      write(previous, Object.freeze(record))
      return record
    },
    remove: (record) => write(records.get(record.$sequence), undefined),
  }
}
