import type * as FastCheck from "fast-check"
import type { Attributes } from "../../queries/attributes.ts"
import type { JsonObject, JsonValue } from "../json-value.ts"
import { earlier, jsonText } from "./call.ts"
import type { Fc, SampleValues } from "./sample-values.ts"

/** Values by the type of the attribute that they are compared with. */
const values = {
  string: ["Ann Example", "ann", "Ben", "{me}", "{ME}@example.com", "{run}b@example.com", "{run}", ""],
  boolean: [true, false],
  integer: [0, 1, 100],
  datetime: ["2001-01-01T00:00:00.000+00:00", "2099-01-01 00:00:00"],
  "string[]": ["vip", "a", "1"],
} as const

const comparisons = ["equal", "notEqual", "lessThan", "lessThanEqual", "greaterThan", "greaterThanEqual"]
const cursors = ["cursorAfter", "cursorBefore"].map((cursor) =>
  query(cursor, undefined, [earlier("userId", 0, "{me}")]),
)
const textFilters = ["startsWith", "endsWith", "contains", "notContains", "notStartsWith", "search"]

/**
 * Queries of a list, as `queries` takes them: JSON texts.
 *
 * @param attributes what the list can be filtered and ordered by; without them only limit and offset pass.
 */
export function queryLists(fc: Fc, attributes: Attributes | undefined): SampleValues {
  const paging = fc.oneof(
    fc.integer({ min: 1, max: 5 }).map((count) => query("limit", undefined, [count])),
    fc.integer({ min: 0, max: 3 }).map((count) => query("offset", undefined, [count])),
  )
  const valid =
    attributes === undefined ? paging : fc.oneof(paging, orders(fc, attributes), filters(fc, attributes))
  const edge = fc.constantFrom(
    query("limit", undefined, [5000]),
    query("limit", undefined, ["2"]),
    query("offset", undefined, [10_000]),
    ...(attributes === undefined ? [] : cursors),
  )
  const invalid = fc.constantFrom<JsonValue>(
    "not json",
    "5",
    jsonText(query("nosuch", "name", ["a"])),
    jsonText(query("equal", "nosuch", ["a"])),
    jsonText(query("equal", "name", [])),
    jsonText(query("limit", undefined, [0])),
    jsonText(query("offset", undefined, [-1])),
    jsonText(query("orderAsc", "nosuch", [])),
    jsonText(query("cursorAfter", undefined, ["_nosuch"])),
  )
  const listOf = (one: FastCheck.Arbitrary<JsonValue>) => fc.array(one, { minLength: 1, maxLength: 3 })
  return {
    valid: listOf(valid.map(jsonText)),
    edge: listOf(edge.map(jsonText)),
    invalid: fc.oneof(listOf(invalid), fc.constantFrom<JsonValue>("text", [""])),
  }
}

function query(method: string, attribute: string | undefined, items: readonly JsonValue[]): JsonObject {
  return { method, ...(attribute !== undefined && { attribute }), values: items }
}

function orders(fc: Fc, attributes: Attributes): FastCheck.Arbitrary<JsonObject> {
  const names = [...Object.keys(attributes), "$id", "$createdAt", "$updatedAt", "$sequence", ""]
  return fc
    .tuple(fc.constantFrom("orderAsc", "orderDesc"), fc.constantFrom(...names))
    .map(([method, name]) => query(method, name, []))
}

function filters(fc: Fc, attributes: Attributes): FastCheck.Arbitrary<JsonObject> {
  const one = fc.constantFrom(...Object.entries(attributes)).chain(([name, type]) => {
    // Appwrite 1.9: of lists only what they hold can be asked for.
    const methods =
      type === "string[]"
        ? ["contains", "notContains", "isNull", "isNotNull"]
        : [...comparisons, "isNull", "isNotNull", ...(type === "string" ? textFilters : [])]
    const value = fc.constantFrom<JsonValue>(...values[type])
    return fc
      .tuple(fc.constantFrom(...methods), value)
      .map(([method, item]) => query(method, name, method.includes("Null") ? [] : [item]))
  })
  const logical = fc
    .tuple(fc.constantFrom("and", "or"), fc.array(one, { minLength: 2, maxLength: 2 }))
    .map(([method, inner]) => query(method, undefined, inner))
  return fc.oneof({ weight: 5, arbitrary: one }, { weight: 1, arbitrary: logical })
}
