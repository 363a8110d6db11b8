import { expect, test } from "vitest"
import { missingIn } from "./holds.ts"

test.each([
  [
    { total: 1, users: [{ $id: "ada", name: "" }] },
    { total: 1, users: [{ $id: "ada" }] },
  ],
  ["7f", /^[0-9a-f]+$/],
  [{ prefs: { a: null } }, { prefs: { a: null } }],
])("%j holds %j", (value, expected) => {
  expect(missingIn(value, expected)).toEqual([])
})

test.each([
  [{ total: 1, users: [{ $id: "ada" }, {}] }, { users: [{ $id: "ada" }] }, "users"],
  [{ users: [{ $id: "alan" }] }, { users: [{ $id: "ada" }] }, "users.0.$id"],
  ["x", /^[0-9a-f]+$/, "the answer"],
  [undefined, { a: 1 }, "the answer"],
  [{ prefs: {} }, { prefs: { a: null } }, "prefs.a"],
])("%j does not hold %j", (value, expected, place) => {
  const [first, ...others] = missingIn(value, expected)
  expect(others).toEqual([])
  expect(first?.startsWith(`${place} is `)).toBe(true)
})
