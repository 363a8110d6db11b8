import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { queries19 } from "../profiles/1.9-queries.ts"
import type { Document } from "../store/document.ts"
import type { Listing } from "./listing.ts"
import { parseQueries } from "./parse-queries.ts"
import { listSource } from "./record-source.ts"
import { runQueries } from "./run-queries.ts"
import { prepareSearch } from "./search-term.ts"
import { searchedText } from "./searched-text.ts"

interface Person extends Document {
  readonly name: string
  readonly phone: string | null
  readonly status: boolean
  readonly labels: readonly string[]
}

const ATTRIBUTES = { name: "string", phone: "string", status: "boolean", labels: "string[]" } as const
const RANDOMNESS = { bytes: (length: number) => new Uint8Array(length).fill(7) }

const people = (members: readonly Partial<Person>[]): readonly Person[] =>
  members.map((member, index) => ({
    $id: `p${index}`,
    $sequence: index + 1,
    $createdAt: 1000,
    $updatedAt: 1000,
    name: "same",
    phone: null,
    status: true,
    labels: [],
    ...member,
  }))

interface Sent {
  readonly method: string
  readonly attribute?: string
  readonly values?: readonly (string | number | boolean)[]
}

const names = searchedText<Person>(({ name }) => name)

function run(persons: readonly Person[], sent: readonly Sent[], search?: string, countUpTo = 5000) {
  const queries = parseQueries(
    sent.map((query) => JSON.stringify(query)),
    ATTRIBUTES,
    0,
    queries19,
  )
  const listing: Listing<Person> = {
    queries,
    cursor: persons.find(({ $id }) => $id === queries.cursor?.id),
    search: search === undefined ? undefined : { term: prepareSearch(search), text: names },
  }
  const { page, total } = runQueries(listSource(persons), listing, {
    countUpTo,
    randomness: RANDOMNESS,
    dialect: queries19,
  })
  return { ids: page.map(({ $id }) => $id), total }
}

const filter = (
  method: string,
  attribute: string,
  ...values: readonly (string | number | boolean)[]
): Sent => ({
  method,
  attribute,
  values,
})

describe("filters", () => {
  const persons = people([
    { name: "Ann Smith", phone: "+1", labels: ["vip"] },
    { name: "ánn smith ", status: false, labels: ["vip", "mod"] },
    { name: "Hal_9000", phone: "+2", labels: ["Vip"] },
    { name: "" },
  ])

  test.each<[Sent, readonly string[]]>([
    [filter("equal", "name", "ANN SMITH"), ["p0", "p1"]],
    [filter("equal", "name", "hal_9000", "  "), ["p2", "p3"]],
    [filter("equal", "$id", "P2", "p0"), ["p0", "p2"]],
    [filter("notEqual", "name", "ann smith"), ["p2", "p3"]],
    [filter("notEqual", "phone", "+9"), ["p0", "p2"]],
    [filter("equal", "status", false), ["p1"]],
    [filter("lessThan", "status", true), ["p1"]],
    [filter("startsWith", "status", true), ["p0", "p2", "p3"]],
    [filter("greaterThan", "name", "b"), ["p2"]],
    [filter("between", "name", "A", "b"), ["p0", "p1"]],
    [filter("notBetween", "phone", "+2", "+3"), ["p0"]],
    [filter("startsWith", "name", "hal_"), ["p2"]],
    [filter("startsWith", "name", "%"), []],
    [filter("endsWith", "name", "SMITH"), ["p0"]],
    [filter("notEndsWith", "name", "smith"), ["p1", "p2", "p3"]],
    [filter("contains", "name", "9", "NN"), ["p0", "p1", "p2"]],
    [filter("notContains", "phone", "9"), ["p0", "p2"]],
    [filter("containsAll", "name", "h%0", "_nn%"), ["p0", "p1", "p2"]],
    [filter("isNull", "phone", "x"), ["p1", "p3"]],
    [filter("isNotNull", "phone"), ["p0", "p2"]],
    [filter("contains", "labels", "vip"), ["p0", "p1"]],
    [filter("containsAny", "labels", "Vip", "mod"), ["p1", "p2"]],
    [filter("containsAll", "labels", "mod", "vip"), ["p1"]],
    [filter("notContains", "labels", "vip"), ["p2", "p3"]],
    [filter("isNull", "labels"), []],
    [filter("equal", "$sequence", 2), ["p1"]],
    [filter("greaterThan", "$createdAt", "1970-01-01 00:00:00.999"), ["p0", "p1", "p2", "p3"]],
    [filter("startsWith", "$createdAt", "1970-01-01 00:00:01"), ["p0", "p1", "p2", "p3"]],
  ])("%j", (query, ids) => {
    expect(run(persons, [query])).toEqual({ ids, total: ids.length })
  })

  test("all of them have to be met, and the search", () => {
    expect(
      run(persons, [filter("isNotNull", "phone"), filter("contains", "labels", "vip")], "ann").ids,
    ).toEqual(["p0"])
    expect(run(persons, [], "smith").ids).toEqual(["p0", "p1"])
  })
})

describe("orders", () => {
  const persons = people([
    { name: "b", phone: "+2" },
    { name: "a" },
    { name: "B", phone: "+1", labels: ["x"] },
    { name: "a", phone: "" },
  ])

  test.each<[readonly Sent[], readonly string[]]>([
    [[filter("orderAsc", "name")], ["p1", "p3", "p0", "p2"]],
    [[filter("orderDesc", "name")], ["p0", "p2", "p1", "p3"]],
    [[filter("orderAsc", "phone")], ["p1", "p3", "p2", "p0"]],
    [[filter("orderDesc", "phone")], ["p0", "p2", "p3", "p1"]],
    [[filter("orderDesc", "")], ["p3", "p2", "p1", "p0"]],
    [[filter("orderDesc", "$createdAt")], ["p0", "p1", "p2", "p3"]],
    [
      [filter("orderAsc", "name"), filter("orderDesc", "$id")],
      ["p3", "p1", "p2", "p0"],
    ],
    [[filter("orderAsc", "labels")], ["p2", "p0", "p1", "p3"]],
    [
      [{ method: "orderRandom" }, filter("orderDesc", "name")],
      ["p3", "p2", "p1", "p0"],
    ],
    [
      [filter("orderAsc", "name"), { method: "orderRandom" }],
      ["p1", "p3", "p0", "p2"],
    ],
    [[filter("orderAsc", "phone"), filter("cursorAfter", "", "p2")], ["p0"]],
    [[filter("orderAsc", "phone"), filter("cursorBefore", "", "p0"), filter("limit", "", 1)], ["p2"]],
    [[filter("cursorBefore", "", "p3"), filter("limit", "", 1), filter("offset", "", 1)], ["p1"]],
    [
      [filter("cursorAfter", "", "p0"), filter("offset", "", 1)],
      ["p2", "p3"],
    ],
    [[filter("equal", "name", "a"), filter("cursorAfter", "", "p2")], ["p3"]],
    [
      [{ method: "orderRandom" }, filter("cursorAfter", "", "p2")],
      ["p0", "p1", "p2", "p3"],
    ],
  ])("%j", (queries, ids) => {
    expect(run(persons, queries).ids).toEqual(ids)
  })
})

describe("the total", () => {
  const persons = people(
    Array.from({ length: 30 }, (_, index) => ({ name: index % 2 === 0 ? "even" : "odd" })),
  )

  test("counts what meets the filters, whatever the page", () => {
    const { ids, total } = run(persons, [
      filter("equal", "name", "odd"),
      filter("limit", "", 3),
      filter("offset", "", 2),
    ])
    expect(ids).toEqual(["p5", "p7", "p9"])
    expect(total).toBe(15)
  })

  test("stops at its limit, and can be off", () => {
    expect(run(persons, [filter("equal", "name", "odd")], undefined, 4).total).toBe(4)
    expect(run(persons, [], undefined, 4).total).toBe(4)
    expect(run(persons, [], undefined, 0)).toMatchObject({ total: 0, ids: { length: 25 } })
  })
})

test("following cursors visits every record once, in the order of the list, forwards and backwards", () => {
  const person = fc.record({
    name: fc.constantFrom("a", "A", "b", "c ", "c"),
    status: fc.boolean(),
    $createdAt: fc.constantFrom(1, 2, 3),
  })
  const order = fc.record({
    method: fc.constantFrom("orderAsc", "orderDesc"),
    attribute: fc.constantFrom("name", "status", "$createdAt", "$id", "", "$sequence"),
  })
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 20 }),
      fc.array(order, { maxLength: 3 }),
      fc.integer({ min: 1, max: 7 }),
      (members, orders, size) => {
        const persons = people(members)
        const limit = filter("limit", "", size)
        const whole = run(persons, [...orders, filter("limit", "", 100)]).ids
        expect(new Set(whole).size).toBe(persons.length)

        const forwards: string[] = []
        for (let page = run(persons, [...orders, limit]).ids; page.length > 0; ) {
          forwards.push(...page)
          page = run(persons, [...orders, limit, filter("cursorAfter", "", page.at(-1) ?? "")]).ids
        }
        expect(forwards).toEqual(whole)

        const backwards: string[] = whole.slice(-1)
        for (let first = backwards[0]; first !== undefined; ) {
          const page: readonly string[] = run(persons, [
            ...orders,
            limit,
            filter("cursorBefore", "", first),
          ]).ids
          backwards.unshift(...page)
          first = page[0]
        }
        expect(backwards).toEqual(whole)
      },
    ),
  )
})
