import fc from "fast-check"
import { expect, test } from "vitest"
import { queries19 } from "../profiles/1.9-queries.ts"
import { type Collection, type CollectionState, collection } from "../store/collection.ts"
import type { Document } from "../store/document.ts"
import { undoLog } from "../store/transaction.ts"
import { parseQueries } from "./parse-queries.ts"
import { collectionSource, listSource } from "./record-source.ts"
import { runQueries } from "./run-queries.ts"
import { prepareSearch } from "./search-term.ts"
import { searchedText } from "./searched-text.ts"

interface Note extends Document {
  readonly text: string
}

type Notes = Collection<Note, never, never>

const searchText = searchedText<Note>(({ text }) => text)

const newNotes = (log = undoLog(), state?: CollectionState<Note>): Notes =>
  collection<Note, never, never>({ unique: {}, shared: {} }, log, state)

const word = fc.constantFrom(
  "ann",
  "Anna",
  "ÄNNE",
  "the",
  "smith",
  "smi",
  "a",
  "日本語",
  "under_score",
  "x".repeat(85),
)
const joint = fc.constantFrom(" ", "-", "@", "'", ".", " % ")
const text = fc
  .array(fc.tuple(word, joint), { maxLength: 5 })
  .map((parts) => parts.flat().join("").slice(0, -1))
const term = fc.oneof(
  text,
  text.map((phrase) => `"${phrase}"`),
)

const write = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), text }),
  fc.record({ kind: fc.constant("replace" as const), pick: fc.nat(), text }),
  fc.record({ kind: fc.constant("remove" as const), pick: fc.nat() }),
)
type Write = typeof write extends fc.Arbitrary<infer W> ? W : never

let written = 0

function apply(notes: Notes, one: Write): void {
  if (one.kind === "insert") {
    written += 1
    notes.insert(($sequence) => ({
      $sequence,
      $id: `note${written}`,
      $createdAt: 0,
      $updatedAt: 0,
      text: one.text,
    }))
    return
  }
  const all = [...notes.values()]
  const picked = all[one.pick % Math.max(all.length, 1)]
  if (picked === undefined) return
  if (one.kind === "replace") notes.replace({ ...picked, text: one.text })
  else notes.remove(picked)
}

const page = fc.record({
  limit: fc.integer({ min: 1, max: 4 }),
  offset: fc.nat({ max: 3 }),
  cursor: fc.constantFrom(undefined, "cursorAfter", "cursorBefore"),
  order: fc.constantFrom(undefined, "orderAsc", "orderDesc"),
  countUpTo: fc.constantFrom(0, 2, 5000),
})
type Page = typeof page extends fc.Arbitrary<infer P> ? P : never

/** What a search finds by the index, and by a look at every record. */
function bothWays(notes: Notes, sought: string, { limit, offset, cursor, order, countUpTo }: Page) {
  const all = [...notes.values()]
  const at = all[Math.floor(all.length / 2)]
  const sent = [
    { method: "limit", values: [limit] },
    { method: "offset", values: [offset] },
    ...(cursor === undefined || at === undefined ? [] : [{ method: cursor, values: [at.$id] }]),
    ...(order === undefined ? [] : [{ method: order, attribute: "text" }]),
  ]
  const queries = parseQueries(
    sent.map((query) => JSON.stringify(query)),
    { text: "string" },
    0,
    queries19,
  )
  const search = { term: prepareSearch(sought), text: searchText }
  const listing = { queries, cursor: queries.cursor === undefined ? undefined : at, search }
  const options = {
    countUpTo,
    randomness: { bytes: (length: number) => new Uint8Array(length) },
    dialect: queries19,
  }
  const { term } = search
  if (term.kind === "fault") return undefined
  return {
    byIndex: runQueries(collectionSource(notes, []), listing, options),
    byScan: runQueries(listSource(all), listing, options),
  }
}

function expectSame(notes: Notes, sought: string, wanted: Page): void {
  const found = bothWays(notes, sought, wanted)
  if (found !== undefined) expect(found.byIndex).toEqual(found.byScan)
}

test("a search finds by the index what it would find in every record, whatever was written in between", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.array(write, { maxLength: 8 }), term, page)), (steps) => {
      const notes = newNotes()
      for (const [writes, sought, wanted] of steps) {
        for (const one of writes) apply(notes, one)
        expectSame(notes, sought, wanted)
      }
    }),
  )
})

test("writes that were taken back are found no more", () => {
  fc.assert(
    fc.property(fc.array(write), fc.array(write), term, page, (before, within, sought, wanted) => {
      const log = undoLog()
      const notes = newNotes(log)
      for (const one of before) apply(notes, one)
      expectSame(notes, sought, wanted)
      const failing = () =>
        log.transaction(() => {
          for (const one of within) apply(notes, one)
          expectSame(notes, sought, wanted)
          throw new Error("refused")
        })
      expect(failing).toThrow("refused")
      expectSame(notes, sought, wanted)
    }),
  )
})

test("collections that began with the same state are searched apart", () => {
  fc.assert(
    fc.property(
      fc.array(write),
      fc.array(write),
      fc.array(write),
      term,
      page,
      (before, left, right, ...asked) => {
        const original = newNotes()
        for (const one of before) apply(original, one)
        expectSame(original, ...asked)
        const state = original.capture()
        const branch = newNotes(undoLog(), state)
        for (const one of left) apply(original, one)
        for (const one of right) apply(branch, one)
        expectSame(original, ...asked)
        expectSame(branch, ...asked)
        expectSame(newNotes(undoLog(), state), ...asked)
      },
    ),
  )
})
