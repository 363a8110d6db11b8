import * as fc from "fast-check"
import { expect, test } from "vitest"
import { sameSecret } from "./same-secret.ts"

test("secrets are the same if their texts are", () => {
  const text = fc.string({ unit: "binary" })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(sameSecret(a, a)).toBe(true)
      expect(sameSecret(a, b)).toBe(a === b)
    }),
  )
})

test.each([
  ["123456", "123457"],
  ["123456", "12345"],
  ["", "1"],
  ["\ud800", "\ud801"],
  ["é", "e\u0301"],
])("%j is not %j", (sent, kept) => {
  expect(sameSecret(sent, kept)).toBe(false)
})
