import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { convertLegacyQueries } from "./legacy-queries.ts"
import { LegacyQueryRefused } from "./refusal.ts"

describe("queries of Appwrite 1.4", () => {
  test.each([
    [`equal("name", ["Ann","Bob"])`, { method: "equal", attribute: "name", values: ["Ann", "Bob"] }],
    [`equal("name", "Ann")`, { method: "equal", attribute: "name", values: ["Ann"] }],
    [`equal('name', 'A "b", c')`, { method: "equal", attribute: "name", values: [`A "b", c`] }],
    [`equal("name", "A\\"b")`, { method: "equal", attribute: "name", values: [`A"b`] }],
    [`equal("name", "A\\nb")`, { method: "equal", attribute: "name", values: ["A\\nb"] }],
    ["equal(name, A n n)", { method: "equal", attribute: "name", values: ["Ann"] }],
    [`equal("status", true)`, { method: "equal", attribute: "status", values: [true] }],
    [
      `equal("status", [false, null, 1.5])`,
      { method: "equal", attribute: "status", values: [false, null, 1.5] },
    ],
    [`between("name", "A", "Z")`, { method: "between", attribute: "name", values: ["A", "Z"] }],
    [`select(["name"])`, { method: "select", values: ["name"] }],
    [`isNull("phone")`, { method: "isNull", attribute: "phone" }],
    [`orderDesc("")`, { method: "orderDesc", attribute: "" }],
    ["limit(5)", { method: "limit", values: [5] }],
    [`limit("5")`, { method: "limit", values: ["5"] }],
    ["limit()", { method: "limit" }],
    [`nope("x")`, { method: "nope" }],
    [`notContains("name", "x")`, { method: "notContains" }],
  ])("%s", (text, expected) => {
    const converted = convertLegacyQueries([text])
    expect(JSON.parse(String(Array.isArray(converted) ? converted[0] : ""))).toEqual(expected)
  })
})

describe("what cannot be converted", () => {
  test.each([
    ["", "Invalid query"],
    ["nonsense", "Invalid query"],
    [`{"method":"limit","values":[1]}`, "Invalid query"],
    ["Query.limit(1)", "Invalid query method"],
  ])("%j", (text, message) => {
    expect(() => convertLegacyQueries([text])).toThrow(new LegacyQueryRefused(message))
  })

  test("an attribute that is a list", () => {
    expect(() => convertLegacyQueries([`equal(["name"], "x")`])).toThrow(
      /must be of type string, array given/,
    )
  })
})

test("what is no array becomes an empty one", () => {
  expect(convertLegacyQueries("limit(1)")).toEqual([])
})

test("any text is converted or refused", () => {
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc
      .array(fc.constantFrom(`"`, "'", "[", "]", ",", "\\", " ", "a", "5", "equal(", ")"), { maxLength: 30 })
      .map((parts) => parts.join("")),
  )
  fc.assert(
    fc.property(texts, (text) => {
      try {
        const [json] = [convertLegacyQueries([text])].flat()
        JSON.parse(String(json))
      } catch (error) {
        expect(error).toBeInstanceOf(LegacyQueryRefused)
      }
    }),
  )
})
