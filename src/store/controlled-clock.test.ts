import { beforeEach, expect, test } from "vitest"
import { type ControlledClock, controlledClock } from "./controlled-clock.ts"

const START = Date.UTC(2026, 0, 1)

let passed: number
let clock: ControlledClock

beforeEach(() => {
  passed = 0
  clock = controlledClock({ now: () => START + passed })
})

/** Milliseconds since the start. */
const shown = () => clock.now() - START

test("it goes with its source until it is told otherwise", () => {
  passed = 5
  expect([shown(), clock.isFrozen]).toEqual([5, false])
})

test("it goes on from where it is set, also back", () => {
  clock.set(START + 1000)
  passed = 5
  expect(shown()).toBe(1005)
  clock.set(new Date(START - 1000))
  passed = 7
  expect(shown()).toBe(-998)
})

test("it advances at once, and goes on", () => {
  clock.advance({ seconds: 1 })
  passed = 5
  clock.advance(2)
  expect(shown()).toBe(1007)
})

test("frozen it stands, and moves only by what it is told", () => {
  passed = 5
  clock.freeze()
  passed = 9
  expect([shown(), clock.isFrozen]).toEqual([5, true])
  clock.advance(10)
  expect(shown()).toBe(15)
  clock.set(START + 100)
  passed = 20
  expect(shown()).toBe(100)
})

test("it goes on from where it stood", () => {
  clock.freeze(START + 100)
  passed = 50
  clock.resume()
  passed = 51
  expect([shown(), clock.isFrozen]).toEqual([101, false])
  clock.resume()
  expect(shown()).toBe(101)
})

test("a reset undoes all", () => {
  clock.freeze(START + 100)
  clock.advance(1)
  clock.reset()
  passed = 3
  expect([shown(), clock.isFrozen]).toEqual([3, false])
})

test("what it can't use leaves it as it was", () => {
  clock.freeze()
  expect(() => clock.set("soon")).toThrow(expect.objectContaining({ code: "moment_invalid" }))
  expect(() => clock.advance(-1)).toThrow(expect.objectContaining({ code: "duration_invalid" }))
  expect(() => clock.advance(Number.MAX_SAFE_INTEGER)).toThrow(
    expect.objectContaining({ code: "moment_invalid" }),
  )
  expect([shown(), clock.isFrozen]).toEqual([0, true])
})

test("it goes again as it went when it was captured", () => {
  clock.freeze(START + 100)
  const state = clock.capture()
  clock.resume()
  passed = 50
  clock.restore(state)
  expect([shown(), clock.isFrozen]).toEqual([100, true])
})
