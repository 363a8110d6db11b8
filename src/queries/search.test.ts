import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { searchMatcher } from "./match-search.ts"
import { prepareSearch } from "./search-term.ts"
import { wordsOf } from "./search-words.ts"

const finds = (term: string, text: string): boolean => searchMatcher(prepareSearch(term))(text)

const LONG = "y".repeat(84)

describe("what a search finds", () => {
  test.each([
    ["ann", "Ann Smith"],
    ["ANN", "anna"],
    ["an", "Ann"],
    ["ann smi", "Smithers"],
    ["zzz ann", "Anna"],
    ["the ann", "Anna"],
    ["ann@acme.com", "bob@acme.org"],
    ["ann@acme.com", "company"],
    ["beta.o", "betamax"],
    ["a.b", "apple"],
    ["a'b", "bob"],
    ["O'Neil", "Jon O'Neil"],
    ["rock'n'roll", "roller"],
    ["muller", "Müller"],
    ["strase", "Straße"],
    ["東京", "東京都"],
    ["under", "under_score"],
    ["+1415", "+14155550100"],
    ["ann%", "Anna"],
    ["% ann", "Anna"],
    ["-ann", "Ann"],
    [`"ann`, "Anna"],
    ["ann*", "Anna"],
    [" ann ", "Anna"],
    ["ann\tsmith", "Ann"],
    ["yyy", LONG],
    ["label:vip", "label:gold"],
    ["wit", "without"],
    [`"ann smith"`, "Dr. Ann-Smith"],
    [`"the one"`, "one two"],
    [`"one the two"`, "one the two"],
    [`"one of"`, "one of us"],
  ])("%j finds %j", (term, text) => {
    expect(finds(term, text)).toBe(true)
  })
})

describe("what it does not find", () => {
  test.each([
    ["nn", "Ann"],
    ["ann zzz", "Anna"],
    ["ann the", "Anna"],
    ["the", "the"],
    ["wit", "with"],
    ["th", "the th"],
    ["ab", "ab"],
    ["😀", "smile 😀"],
    ["score", "under_score"],
    ["strasse", "Straße"],
    ["dorde", "Đorđe"],
    ["4155550100", "+14155550100"],
    ["yyy", `${LONG}y`],
    ["y".repeat(85), "y".repeat(85)],
    ["ann .", "anna"],
    [".", "a.b"],
    ["*", "anything"],
    [`"`, "anything"],
    [`"ann smi"`, "Ann Smith"],
    [`"smith ann"`, "Ann Smith"],
    [`"ann smith"`, "ann j smith"],
    [`"the"`, "the"],
  ])("%j does not find %j", (term, text) => {
    expect(finds(term, text)).toBe(false)
  })
})

test.each(["%", "%%", " % %"])("%j cannot be read by the database", (term) => {
  expect(prepareSearch(term)).toEqual({ kind: "fault" })
})

test.each(["", " ", "0", "-", `""`, "+-*"])("of %j nothing is left", (term) => {
  expect(prepareSearch(term)).toEqual({ kind: "nothing" })
})

test("every indexed word of a text finds it, in full and by its beginning, in any case", () => {
  const word = fc.string({ unit: fc.constantFrom(..."bcdfgüйか9"), minLength: 3, maxLength: 9 })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.nat(), (words, pick) => {
      const text = words.join(" - ")
      const chosen = words[pick % words.length] ?? ""
      expect(finds(chosen.toUpperCase(), text)).toBe(true)
      expect(finds(chosen.slice(0, 2), text)).toBe(true)
      expect(finds(`${chosen} zzz`, text)).toBe(true)
      expect(finds(`"${chosen}"`, text)).toBe(true)
    }),
  )
})

test("any term is prepared and matched", () => {
  const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
  fc.assert(
    fc.property(anyText, anyText, (term, text) => {
      expect(typeof finds(term, text)).toBe("boolean")
    }),
  )
})

test("a text is taken apart in the same way, whatever stands behind it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
      expect(wordsOf(`${text} Ж`)).toEqual([...wordsOf(text), "Ж"])
    }),
  )
})
