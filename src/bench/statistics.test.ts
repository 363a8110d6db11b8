import { expect, test } from "vitest"
import { median, percentile } from "./statistics.ts"

test("the median is the one in the middle, or between the two there", () => {
  expect(median([9, 1, 4])).toBe(4)
  expect(median([9, 1, 4, 6])).toBe(5)
  expect(median([])).toBe(0)
})

test("a percentile is the value that so many are at or below", () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index)
  expect(percentile(values, 50)).toBe(100)
  expect(percentile(values, 99)).toBe(198)
  expect(percentile(values, 100)).toBe(200)
})
