import { expect, test } from "vitest"
import { recentValues } from "./recent-values.ts"

const keysOf = (count: number) => Array.from({ length: count }, () => ({}))

test("a value is found until many others were added", () => {
  const [first = {}, ...others] = keysOf(5)
  const values = recentValues<object, string>(2)
  values.set(first, "first")
  for (const key of others.slice(0, 2)) values.set(key, "other")
  expect(values.get(first)).toBe("first")
  for (const key of others) values.set(key, "other")
  expect(values.get(first)).toBeUndefined()
})

test("a value that is asked for stays, however many are added", () => {
  const [first = {}, ...others] = keysOf(20)
  const values = recentValues<object, string>(3)
  values.set(first, "first")
  for (const key of others) {
    values.set(key, "other")
    expect(values.get(first)).toBe("first")
  }
})

test("the latest value counts", () => {
  const [first = {}, ...others] = keysOf(4)
  const values = recentValues<object, number>(3)
  values.set(first, 1)
  for (const key of others) values.set(key, 0)
  values.set(first, 2)
  expect(values.get(first)).toBe(2)
})
