import { expect, test } from "vitest"
import { createTwins } from "./twins.ts"

const [a, b, c] = ["a".repeat(20), "b".repeat(20), "c".repeat(20)]

test("a recorded value has one twin only", () => {
  const twins = createTwins([])
  expect(twins.pair(a, b)).toBe(true)
  expect(twins.pair(a, b)).toBe(true)
  expect(twins.pair(a, c)).toBe(false)
  expect(twins.of(a)).toBe(b)
})

test("a long given value stands for one recorded value only", () => {
  const twins = createTwins([[a, c]])
  expect(twins.pair(b, c)).toBe(false)
  expect(twins.of(b)).toBeUndefined()
})

test("a one-time code may come twice", () => {
  const twins = createTwins([["111111", "222222"]])
  expect(twins.pair("333333", "222222")).toBe(true)
})

test("of noted values the first stays, and they may repeat", () => {
  const twins = createTwins([])
  twins.note(a, c)
  twins.note(b, c)
  twins.note(a, b)
  expect([twins.of(a), twins.of(b)]).toEqual([c, c])
})

test("a copy knows the pairs so far, and goes its own way", () => {
  const twins = createTwins([[a, b]])
  const copy = twins.copy()
  expect(copy.pair(c, b)).toBe(false)
  expect(copy.pair(b, c)).toBe(true)
  expect([twins.of(a), copy.of(a), twins.of(b), copy.of(b)]).toEqual([b, b, undefined, c])
})
