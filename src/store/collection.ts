import type { Document } from "./document.ts"
import type { Gathering } from "./gathering.ts"
import type { OrderedMap } from "./ordered-map.ts"
import { type SharedIndex, type SharedIndexState, sharedIndex } from "./shared-index.ts"
import type { UndoLog } from "./transaction.ts"
import { type IndexedText, type UniqueIndex, type UniqueIndexState, uniqueIndex } from "./unique-index.ts"
import { versionedMap } from "./versioned-map.ts"

/** What the records of a collection are found by, besides `$id`, which is always unique. */
export interface Indexes<R extends Document, U extends string, S extends string> {
  readonly unique: { readonly [name in U]: IndexedText<R> }
  readonly shared: { readonly [name in S]: IndexedText<R> }
}

/** What a collection held at one moment. Nobody changes it, so that any number of collections may start from it. */
export interface CollectionState<R extends Document> {
  /** By their numbers. */
  readonly records: OrderedMap<number, R>
  readonly unique: ReadonlyMap<string, UniqueIndexState>
  readonly shared: ReadonlyMap<string, SharedIndexState>
  readonly lastSequence: number
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
  /** All records by their numbers, as they are now, whatever is written later; takes the same short time at any size. */
  captureRecords(): OrderedMap<number, R>
  /**
   * Stores a new record.
   * @param make makes it with its number, which should come first: a spread in front of all else makes a record of which the
   * engine has no other like it.
   * @throws DuplicateError
   */
  insert(make: ($sequence: number) => R): R
  /**
   * Stores a record under the number that it has, which must be greater than the last one.
   * @throws DuplicateError
   */
  adopt(record: R): R
  /** Gives further records numbers after this one, if they would not come after it anyway. */
  skipTo(sequence: number): void
  /**
   * Puts `record` in the place of the one that has its number.
   * @throws DuplicateError
   */
  replace(record: R): R
  /** Takes the record out; its ID and its other texts are free at once. */
  remove(record: R): void
  /** What it holds now, whatever is written later; takes the same short time at any size. */
  capture(): CollectionState<R>
  /** Goes back to a captured state of this collection; no transaction takes that back. */
  restore(state: CollectionState<R>): void
}

const bySequence = (a: number, b: number): number => a - b

function captured<T>(indexes: ReadonlyMap<string, { capture(): T }>): ReadonlyMap<string, T> {
  return new Map(Array.from(indexes, ([name, index]) => [name, index.capture()]))
}

function restoreAll<T>(
  indexes: ReadonlyMap<string, { restore(state: T): void }>,
  states: ReadonlyMap<string, T>,
): void {
  for (const [name, state] of states) indexes.get(name)?.restore(state)
}

function* valuesWithin<R>(records: OrderedMap<number, R>, range: SequenceRange): IterableIterator<R> {
  if ("after" in range) yield* records.values(range.after + 1)
  else for (const [, record] of records.entriesReversed(range.before, undefined, true)) yield record
}

/**
 * A copy to be stored. The number comes first and all else behind, so that the engine gives all copies one shape: a record
 * that is spread first, then added to or frozen gets a shape of its own, which takes three times the memory and slows all
 * that reads it.
 */
function frozenCopy<R extends Document>(record: R): R {
  const rest: Omit<R, "$sequence"> = record
  return Object.freeze({ $sequence: record.$sequence, ...rest }) as R
}

/**
 * A collection in memory. Records are never changed in place: they are replaced.
 * @param log takes note of each write, so that a transaction can take it back.
 * @param state what it holds from the start; by default nothing.
 * @param gathering says when records are held back from the trees that they are found by; by default never.
 */
export function collection<R extends Document, U extends string, S extends string>(
  indexes: Indexes<R, U, S>,
  log: UndoLog,
  state?: CollectionState<R>,
  gathering?: Gathering,
): Collection<R, U, S> {
  const records = versionedMap<number, R>(bySequence, state?.records, gathering)
  const unique = new Map<string, UniqueIndex<R>>()
  for (const [name, text] of Object.entries<IndexedText<R>>({ $id: ({ $id }) => $id, ...indexes.unique })) {
    unique.set(name, uniqueIndex(name, text, state?.unique.get(name), gathering))
  }
  const shared = new Map<string, SharedIndex<R>>()
  for (const [name, text] of Object.entries<IndexedText<R>>(indexes.shared)) {
    shared.set(name, sharedIndex(name, text, state?.shared.get(name), gathering))
  }
  let lastSequence = state?.lastSequence ?? 0

  /** Moves the unique indexes: all of them, or none. */
  function claim(previous: R | undefined, next: R | undefined): void {
    const moved: UniqueIndex<R>[] = []
    for (const index of unique.values()) {
      if (index.move(previous, next)) {
        moved.push(index)
        continue
      }
      for (const done of moved) done.move(next, previous)
      throw new DuplicateError(index.name)
    }
  }

  function move(previous: R | undefined, next: R | undefined): void {
    claim(previous, next)
    if (next !== undefined) records.set(next.$sequence, next)
    else if (previous !== undefined) records.delete(previous.$sequence)
    for (const index of shared.values()) index.move(previous, next)
  }

  function write(previous: R | undefined, next: R | undefined): void {
    move(previous, next)
    log.note(() => move(next, previous))
  }

  return {
    get size() {
      return records.now().size
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
    captureRecords: records.capture,
    values: (range) => (range === undefined ? records.now().values() : valuesWithin(records.now(), range)),
    insert(make) {
      const record = Object.freeze(make(lastSequence + 1))
      write(undefined, record)
      lastSequence = record.$sequence
      return record
    },
    adopt(record) {
      if (record.$sequence <= lastSequence) throw new Error(`The number ${record.$sequence} is not a new one`)
      const adopted = frozenCopy(record)
      write(undefined, adopted)
      lastSequence = record.$sequence
      return adopted
    },
    skipTo(sequence) {
      lastSequence = Math.max(lastSequence, sequence)
    },
    replace(record) {
      const previous = records.get(record.$sequence)
      if (previous === undefined) throw new Error(`There is no record ${record.$id} to replace`)
      const next = frozenCopy(record)
      write(previous, next)
      return next
    },
    remove: (record) => write(records.get(record.$sequence), undefined),
    capture: () => ({
      records: records.capture(),
      unique: captured(unique),
      shared: captured(shared),
      lastSequence,
    }),
    restore(captured) {
      records.restore(captured.records)
      restoreAll(unique, captured.unique)
      restoreAll(shared, captured.shared)
      lastSequence = captured.lastSequence
    },
  }
}
