import { describe, expect, test } from "vitest"
import { queries19 } from "../profiles/1.9-queries.ts"
import type { Document } from "../store/document.ts"
import { refusalByDatabase } from "./check-database.ts"
import { parseQueries } from "./parse-queries.ts"
import { prepareSearch } from "./search-term.ts"
import { searchedText } from "./searched-text.ts"

const ATTRIBUTES = { name: "string", phone: "string", labels: "string[]", registration: "datetime" } as const
const CURSOR = { $id: "a", $sequence: 1, $createdAt: 0, $updatedAt: 0, name: "x", phone: null, labels: ["x"] }

const NO_TEXT = searchedText<Document>(() => "")

function refusal(sent: readonly object[], search?: string) {
  const queries = parseQueries(
    sent.map((query) => JSON.stringify(query)),
    ATTRIBUTES,
    0,
    queries19,
  )
  const cursor: Document | undefined = queries.cursor === undefined ? undefined : CURSOR
  const term = search === undefined ? undefined : { term: prepareSearch(search), text: NO_TEXT }
  return refusalByDatabase({ queries, cursor, search: term }, queries19)
}

const filter = (method: string, attribute: string, ...values: readonly unknown[]) => ({
  method,
  attribute,
  values,
})
const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`)
const cursor = { method: "cursorAfter", values: ["a"] }

describe("queries that the database finds invalid", () => {
  test.each([
    [
      filter("equal", "name", ...names(501)),
      "Invalid query: Query on attribute has greater than 500 values: name",
    ],
    [filter("equal", "$sequence", 0), 'Invalid query: Query value is invalid for attribute "$sequence"'],
    [
      filter("greaterThan", "registration", "0999-12-31"),
      'Invalid query: Query value is invalid for attribute "registration"',
    ],
    [filter("search", "name", "x"), 'Searching by attribute "name" requires a fulltext index.'],
    [filter("notSearch", "$id", "x"), 'Searching by attribute "$id" requires a fulltext index.'],
    [
      filter("or", "", filter("isNull", "phone"), filter("search", "phone", "x")),
      'Searching by attribute "phone" requires a fulltext index.',
    ],
  ])("%#", (query, message) => {
    expect(refusal([query])).toEqual({ kind: "invalid", message })
  })

  test("values come before indexes, and these before the cursor", () => {
    const search = filter("search", "name", "x")
    expect(refusal([search, filter("equal", "$sequence", 0)])).toMatchObject({
      message: expect.stringContaining("$sequence"),
    })
    expect(refusal([filter("orderAsc", "phone"), cursor, search])).toMatchObject({ kind: "invalid" })
  })
})

test("a cursor has to have values in what the list is ordered by", () => {
  const byPhone = filter("orderDesc", "phone")
  expect(refusal([filter("orderAsc", "name"), byPhone, cursor])).toEqual({
    kind: "orderNull",
    attribute: "phone",
  })
  expect(refusal([filter("orderAsc", "labels"), byPhone, cursor])).toMatchObject({ kind: "orderNull" })
  expect(refusal([byPhone])).toBeUndefined()
})

test("what the database cannot do", () => {
  expect(refusal([filter("orderAsc", "labels"), cursor])).toMatchObject({ kind: "fault" })
  expect(refusal([filter("exists", "name", "x")])).toMatchObject({ kind: "fault" })
  expect(
    refusal([filter("or", "", filter("isNull", "name"), filter("notExists", "name", "x"))]),
  ).toMatchObject({
    kind: "fault",
  })
  expect(refusal([filter("equal", "name.first", "x")])).toMatchObject({ kind: "fault" })
  expect(refusal([], "%")).toMatchObject({ kind: "fault" })
})

test("all the rest is fine", () => {
  expect(
    refusal([filter("equal", "name", ...names(500)), filter("orderAsc", "labels")], "ann"),
  ).toBeUndefined()
  expect(refusal([filter("orderAsc", "name"), cursor])).toBeUndefined()
})
