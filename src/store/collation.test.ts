import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { collationWeights, equalityKey, indexKey } from "./collation.ts"
import { compareTexts, compareUnits } from "./compare-texts.ts"

const mixedText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..." \t\u00a0aAáÄbzZ[_{ßsSéÉeЙйиИёЕάΑǽæÆøØ9かが😀🎉\u0301"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 6,
})

describe("texts that are equal for the database", () => {
  test.each([
    ["apple", "ÁPPLE", "APPLE  "],
    ["straße", "strase", "STRAŞE"],
    ["İstanbul", "ıstanbul", "istanbul"],
    ["ёж", "ЕЖ", "Ѐж"],
    ["άλφα", "ΑΛΦΑ", "ἂλφα"],
    ["ǣ", "Æ", "æ"],
    ["ա", "Ա", "ա "],
    ["ａ", "Ａ", "ａ"],
    ["ⓐⅷ", "ⒶⅧ", "ⓐⅧ"],
    ["😀", "🎉", "\ufffd"],
    ["", " ", "   "],
  ])("%j = %j = %j", (...texts) => {
    expect(new Set(texts.map(equalityKey)).size).toBe(1)
    expect(new Set(texts.map(indexKey)).size).toBe(1)
    expect(texts.map((text) => compareTexts(texts[0], text))).toEqual([0, 0, 0])
  })
})

describe("texts that are not equal for the database", () => {
  test.each([
    ["straße", "strasse"],
    ["йод", "иод"],
    ["Æon", "Aeon"],
    ["øre", "ore"],
    ["łuk", "luk"],
    ["đ", "d"],
    ["e\u0301t", "ét"],
    ["が", "か"],
    ["각", "가"],
    ["１", "1"],
    ["\u212a", "k"],
    ["ა", "Ა"],
    ["ꭰ", "Ꭰ"],
    ["ⱥ", "Ⱥ"],
    ["ƀ", "Ƀ"],
    ["ԁ", "Ԁ"],
    ["ꜣ", "Ꜣ"],
    ["apple", " apple"],
    ["apple", "apple\t"],
    ["apple", "apple\u00a0"],
  ])("%j ≠ %j", (a, b) => {
    expect(equalityKey(a)).not.toBe(equalityKey(b))
    expect(compareTexts(a, b)).not.toBe(0)
  })
})

test("the order goes by weights, and the shorter text is filled up with blanks", () => {
  const ordered = [
    " lead",
    "9",
    "a\t",
    "A",
    "ähre",
    "b",
    "Zebra",
    "[",
    "_",
    "{",
    "Ø",
    "Ёж",
    "Йод",
    "か",
    "が",
    "😀",
  ]
  expect([...ordered].reverse().sort(compareTexts)).toEqual(ordered)
})

test("weights keep trailing blanks and have one unit for a code point", () => {
  expect(collationWeights("é😀 ")).toBe("E\ufffd ")
})

test("the order is total and agrees with equality", () => {
  fc.assert(
    fc.property(mixedText, mixedText, mixedText, (a, b, c) => {
      const ab = Math.sign(compareTexts(a, b))
      expect(Math.sign(compareTexts(b, a))).toBe(0 - ab)
      expect(ab === 0).toBe(equalityKey(a) === equalityKey(b))
      expect(Math.sign(compareUnits(equalityKey(a), equalityKey(b)))).toBe(ab)
      expect(indexKey(a) === indexKey(b)).toBe(ab === 0)
      if (ab <= 0 && compareTexts(b, c) <= 0) expect(compareTexts(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

test("of a text in small ASCII letters the key for an index is the text itself", () => {
  expect(indexKey("ann-1@example.com")).toBe("ann-1@example.com")
  expect(indexKey("Ann-1@Example.com ")).toBe("ann-1@example.com")
})

test("a text is as good as its weights", () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      const weights = collationWeights(text)
      expect(collationWeights(weights)).toBe(weights)
      expect(weights).toHaveLength([...text].length)
    }),
  )
})
