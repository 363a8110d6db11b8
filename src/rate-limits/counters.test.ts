import { expect, test } from "vitest"
import { newCounters } from "./counters.ts"

test("each key counts in each window by itself", () => {
  const counters = newCounters()
  counters.hit("a", 0)
  counters.hit("a", 0)
  counters.hit("b", 0)
  counters.hit("a", 60)
  counters.reset("b", 0)
  expect([counters.count("a", 0), counters.count("b", 0), counters.count("a", 60)]).toEqual([2, 0, 1])
})

test("where there are too many, the oldest is forgotten, never the newest", () => {
  const counters = newCounters()
  for (let key = 0; key <= 10_000; key += 1) counters.hit(String(key), 0)
  expect([0, 1, 10_000].map((key) => counters.count(String(key), 0))).toEqual([0, 1, 1])
})
