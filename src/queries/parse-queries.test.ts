import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { PhpValue } from "../php/value.ts"
import { queries19 } from "../profiles/1.9-queries.ts"
import { parseQueries } from "./parse-queries.ts"
import { QueriesRefused } from "./refusal.ts"

const ATTRIBUTES = {
  name: "string",
  status: "boolean",
  registration: "datetime",
  labels: "string[]",
  total: "integer",
} as const
const NOW = Date.UTC(2026, 0, 1)

const parse = (...queries: readonly unknown[]) =>
  parseQueries(
    queries.map((query) => (typeof query === "string" ? query : JSON.stringify(query))),
    ATTRIBUTES,
    NOW,
    queries19,
  )

const equal = (attribute: string, ...values: readonly unknown[]) => ({ method: "equal", attribute, values })
const many = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`)
const CURSOR_MESSAGE =
  "Invalid query: Invalid cursor: UID must contain at most 36 chars. Valid chars are a-z, A-Z, 0-9, and underscore. Can't start with a leading underscore"
const RANGE = "9,223,372,036,854,775,807"

describe("queries that are refused", () => {
  test.each<[unknown, string]>([
    ["garbage", "Invalid query: Invalid query: Syntax error"],
    ["", "Invalid query: Invalid query: Syntax error"],
    ["null", "Invalid query: Invalid query. Must be an array, got NULL"],
    ["5", "Invalid query: Invalid query. Must be an array, got integer"],
    ["1.5", "Invalid query: Invalid query. Must be an array, got double"],
    ["true", "Invalid query: Invalid query. Must be an array, got boolean"],
    ['"x"', "Invalid query: Invalid query. Must be an array, got string"],
    ["{}", "Invalid query: Invalid query method: "],
    ["[1]", "Invalid query: Invalid query method: "],
    [{ method: 5 }, "Invalid query: Invalid query method. Must be a string, got integer"],
    [{ method: "LIMIT", values: [1] }, "Invalid query: Invalid query method: LIMIT"],
    [{ method: "regex", attribute: "name", values: ["."] }, "Invalid query: Invalid query method: regex"],
    [{ method: "createdAfter", values: ["2020-01-01"] }, "Invalid query: Invalid query method: createdAfter"],
    [
      { method: "equal", attribute: 5 },
      "Invalid query: Invalid query attribute. Must be a string, got integer",
    ],
    [
      { method: "equal", attribute: "name", values: "x" },
      "Invalid query: Invalid query values. Must be an array, got string",
    ],
    [{ method: "select", values: ["name"] }, "Invalid query method: select"],
    [{ method: "equal" }, "Invalid query: Equal queries require at least one value."],
    [equal("name"), "Invalid query: Equal queries require at least one value."],
    [equal("name", []), "Invalid query: Equal queries require at least one value."],
    [equal("nope", "x"), "Invalid query: Attribute not found in schema: nope"],
    [equal("NAME", "x"), "Invalid query: Attribute not found in schema: NAME"],
    [equal("constructor", "x"), "Invalid query: Attribute not found in schema: constructor"],
    [equal("nope.x", "x"), "Invalid query: Attribute not found in schema: nope"],
    [equal("name", 1), 'Invalid query: Query value is invalid for attribute "name"'],
    [equal("name", null), 'Invalid query: Query value is invalid for attribute "name"'],
    [equal("name", ["x"]), 'Invalid query: Query value is invalid for attribute "name"'],
    [equal("status", "true"), 'Invalid query: Query value is invalid for attribute "status"'],
    [equal("total", 1.5), 'Invalid query: Query value is invalid for attribute "total"'],
    [equal("total", 2 ** 31), 'Invalid query: Query value is invalid for attribute "total"'],
    [equal("$sequence", "1"), 'Invalid query: Query value is invalid for attribute "$sequence"'],
    [equal("$createdAt", "tomorrow"), 'Invalid query: Query value is invalid for attribute "$createdAt"'],
    [equal("labels", 1), 'Invalid query: Query value is invalid for attribute "labels"'],
    [equal("labels", "x"), 'Invalid query: Cannot query equal on attribute "labels" because it is an array.'],
    [
      { method: "containsAll", attribute: "status", values: [true] },
      'Invalid query: Cannot query contains on attribute "status" because it is not an array, string, or object.',
    ],
    [
      { method: "notContains", attribute: "status", values: [true] },
      'Invalid query: Cannot query notContains on attribute "status" because it is not an array, string, or object.',
    ],
    [equal("name", ...many(5001)), "Invalid query: Query on attribute has greater than 5000 values: name"],
    [
      { method: "notEqual", attribute: "name", values: ["a", "b"] },
      "Invalid query: NotEqual queries require exactly one value.",
    ],
    [
      { method: "between", attribute: "name", values: ["a"] },
      "Invalid query: Between queries require exactly two values.",
    ],
    [{ method: "exists", values: ["x"] }, "Invalid query: Attribute not found in schema: "],
    [
      { method: "distanceEqual", attribute: "name", values: [[1, 2], 3] },
      "Invalid query: Distance query requires [[geometry, distance]] parameters",
    ],
    [
      { method: "crosses", attribute: "name", values: ["x"] },
      'Invalid query: Spatial query "crosses" cannot be applied on non-spatial attribute: name',
    ],
    [
      { method: "vectorDot", attribute: "name", values: [[1]] },
      "Invalid query: Vector queries can only be used on vector attributes",
    ],
    [
      { method: "elemMatch", attribute: "labels" },
      "Invalid query: elemMatch is not supported by the database",
    ],
    [{ method: "or", values: [] }, "Invalid query: Or queries require at least two queries"],
    [
      { method: "and", values: [equal("name", "x")] },
      "Invalid query: And queries require at least two queries",
    ],
    [
      { method: "or", values: [{ method: "limit", values: [1] }, equal("name", "x")] },
      "Invalid query: Or queries can only contain filter queries",
    ],
    [{ method: "or", values: [equal("nope", "x")] }, "Invalid query: Attribute not found in schema: nope"],
    [
      { method: "or", values: [{ method: "limit" }] },
      "Invalid query: Invalid limit: Value must be a valid number",
    ],
    [{ method: "limit" }, "Invalid query: Invalid limit: Value must be a valid number"],
    [{ method: "limit", values: [true] }, "Invalid query: Invalid limit: Value must be a valid number"],
    [
      { method: "limit", values: [0] },
      `Invalid query: Invalid limit: Value must be a valid range between 1 and ${RANGE}`,
    ],
    [
      { method: "limit", values: ["1e1"] },
      `Invalid query: Invalid limit: Value must be a valid range between 1 and ${RANGE}`,
    ],
    [{ method: "offset", values: ["x"] }, "Invalid query: Invalid limit: Value must be a valid number"],
    [
      { method: "offset", values: [-1] },
      `Invalid query: Invalid offset: Value must be a valid range between 0 and ${RANGE}`,
    ],
    [{ method: "cursorAfter" }, CURSOR_MESSAGE],
    [{ method: "cursorAfter", values: ["_a"] }, CURSOR_MESSAGE],
    [{ method: "cursorBefore", values: ["a".repeat(37)] }, CURSOR_MESSAGE],
    [{ method: "orderAsc", attribute: "prefs" }, "Invalid query: Attribute not found in schema: prefs"],
    [{ method: "orderAsc", attribute: "name.x" }, "Invalid query: Cannot order by nested attribute: name"],
  ])("%j", (query, message) => {
    expect(() => parse(query)).toThrow(new QueriesRefused(message))
  })

  test("an inner query that is no object", () => {
    expect(() => parse({ method: "or", values: ["x"] })).toThrow(/must be of type array, string given/)
  })

  test("an element that is no text", () => {
    expect(() => parseQueries([["x"]], ATTRIBUTES, NOW, queries19)).toThrow(
      /must be of type string, array given/,
    )
  })

  test("no array", () => {
    expect(() => parseQueries("x", ATTRIBUTES, NOW, queries19)).toThrow(
      new QueriesRefused("Queries must be an array"),
    )
  })

  test("the first one decides", () => {
    expect(() => parse({ method: "limit", values: [0] }, "garbage")).toThrow(/Invalid limit/)
  })

  test("a list without attributes knows limit and offset only", () => {
    const logs = (query: unknown) => parseQueries([JSON.stringify(query)], undefined, NOW, queries19)
    expect(() => logs(equal("event", "x"))).toThrow(new QueriesRefused("Invalid query method: equal"))
    expect(() => logs({ method: "cursorAfter", values: ["a"] })).toThrow(
      /^Invalid query method: cursorAfter$/,
    )
    expect(logs({ method: "limit", values: [2] }).limit).toBe(2)
  })
})

describe("queries that are understood", () => {
  test("of several limits, offsets and cursors the first one counts", () => {
    const queries = parse(
      { method: "limit", values: ["2", 3] },
      { method: "limit", values: [5] },
      { method: "offset", values: [1] },
      { method: "offset", values: [3] },
      { method: "cursorBefore", values: ["b"] },
      { method: "cursorAfter", values: ["a"] },
    )
    expect(queries).toMatchObject({ limit: 2, offset: 1, cursor: { direction: "before", id: "b" } })
  })

  test("orders add up; one without an attribute goes by the order of creation", () => {
    expect(
      parse({ method: "orderDesc" }, { method: "orderAsc", attribute: "name", values: ["x"] }).orders,
    ).toEqual([
      { direction: "descending", attribute: "$sequence" },
      { direction: "ascending", attribute: "name" },
    ])
  })

  test("an object of values counts as their list, and dates are moments", () => {
    expect(
      parse(
        { ...equal("name"), values: { a: "U" }, more: 1 },
        equal("registration", "2024-01-01T00:00:00+01:00"),
      ).filters,
    ).toEqual([
      { method: "equal", attribute: "name", type: "string", values: ["U"] },
      { method: "equal", attribute: "registration", type: "datetime", values: [Date.UTC(2023, 11, 31, 23)] },
    ])
  })

  test("filters nest", () => {
    const inner = { method: "or", values: [equal("name", "a"), equal("status", true)] }
    expect(parse({ method: "and", values: [inner, equal("total", 1)] }).filters).toMatchObject([
      {
        method: "and",
        filters: [{ method: "or", filters: [{ values: ["a"] }, { values: [true] }] }, { values: [1] }],
      },
    ])
  })
})

test("whatever is sent is parsed or refused", () => {
  const names = [
    "equal",
    "between",
    "or",
    "limit",
    "cursorAfter",
    "orderAsc",
    "elemMatch",
    "crosses",
    "exists",
  ]
  const json = fc.jsonValue({ maxDepth: 1 })
  const query = fc.record(
    {
      method: fc.oneof(fc.constantFrom(...names), json),
      attribute: fc.oneof(fc.constantFrom(...Object.keys(ATTRIBUTES), "$id", "name.x"), json),
      values: fc.oneof(fc.array(json, { maxLength: 3 }), json),
    },
    { requiredKeys: [] },
  )
  const value: fc.Arbitrary<PhpValue> = fc.oneof(
    fc.string(),
    fc.array(
      fc.oneof(
        query.map((sent) => JSON.stringify(sent)),
        fc.string(),
      ),
      { maxLength: 3 },
    ),
  )
  fc.assert(
    fc.property(value, (sent) => {
      try {
        parseQueries(sent, ATTRIBUTES, NOW, queries19)
      } catch (error) {
        expect(error).toBeInstanceOf(QueriesRefused)
      }
    }),
    { numRuns: 500 },
  )
})
