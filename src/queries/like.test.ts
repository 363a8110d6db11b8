import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { collationWeights } from "../store/collation.ts"
import { compileLike, escapeLike } from "./like.ts"

const isLike = (text: string, pattern: string): boolean => compileLike(pattern)(collationWeights(text))

/** LIKE as its definition reads: slow and plain. */
function slowLike(text: readonly string[], pattern: readonly string[]): boolean {
  const [first, second, ...rest] = pattern
  if (first === undefined) return text.length === 0
  if (first === "%") {
    return slowLike(text, pattern.slice(1)) || (text.length > 0 && slowLike(text.slice(1), pattern))
  }
  const [head, ...tail] = text
  if (head === undefined) return false
  if (first === "\\" && second !== undefined) {
    return collationWeights(head) === collationWeights(second) && slowLike(tail, rest)
  }
  const fits = first === "_" || collationWeights(head) === collationWeights(first)
  return fits && slowLike(tail, pattern.slice(1))
}

const letters = fc.array(fc.constantFrom("a", "A", "á", "b", "%", "_", "\\", " ", "😀"), { maxLength: 7 })

test("agrees with the definition of LIKE", () => {
  fc.assert(
    fc.property(letters, letters, (text, pattern) => {
      expect(isLike(text.join(""), pattern.join(""))).toBe(slowLike(text, pattern))
    }),
    { numRuns: 500 },
  )
})

test("an escaped text without a backslash is like itself only", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      fc.pre(!a.includes("\\"))
      expect(isLike(b, escapeLike(a))).toBe(collationWeights(a) === collationWeights(b))
      expect(isLike(b + a, `%${escapeLike(a)}`)).toBe(true)
      expect(isLike(a + b, `${escapeLike(a)}%`)).toBe(true)
    }),
  )
})

describe("a backslash in the text", () => {
  test("takes away the meaning of what follows", () => {
    const pattern = `%${escapeLike("\\")}%`
    expect(isLike("back\\slash", pattern)).toBe(false)
    expect(isLike("100%", pattern)).toBe(true)
  })

  test("stands for itself when doubled", () => {
    expect(isLike("back\\slash", `%${escapeLike("\\\\")}%`)).toBe(true)
  })
})

test("blanks at the end count", () => {
  expect(isLike("apple ", `%${escapeLike("e")}`)).toBe(false)
  expect(isLike("apple ", `%${escapeLike(" ")}`)).toBe(true)
})
