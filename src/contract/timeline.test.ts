import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isSameDistance, isSameMoment, type Timeline } from "./timeline.ts"

const year = 365 * 24 * 3600 * 1000
// Two steps; in the recording a second and a half lies between them. This run has a clock that stands still.
const timeline: Timeline = {
  recorded: [
    { from: 1000, to: 1200 },
    { from: 2700, to: 2710 },
  ],
  given: [
    { from: 1000, to: 1000 },
    { from: 2700, to: 2700 },
  ],
}

describe("isSameMoment", () => {
  test.each([
    ["made in the same step", 1150, 1000, true],
    ["made in another step", 1150, 2700, false],
    ["not moved where the recording moved", 2705, 1000, false],
    ["made by a worker after the step", 2000, 1000, true],
    ["an expiry", 2705 + year, 2700 + year, true],
    ["an expiry of an earlier step", 1190 + year, 1000 + year, true],
    ["an expiry a minute late", 2705 + year, 2700 + year + 60_000, false],
    ["an expiry a second late", 2705 + year, 2700 + year + 1000, false],
    ["an expiry a second early", 2705 + year, 2700 + year - 1000, false],
    ["before all steps", 900, 900, true],
  ])("%s", (_, recorded, given, isSame) => {
    expect(isSameMoment(timeline, recorded, given)).toBe(isSame)
  })

  test("compares dates that are cut to the second", () => {
    expect(isSameMoment(timeline, 1000, 1000, { unit: 1000 })).toBe(true)
    expect(isSameMoment(timeline, 1000, 3000, { unit: 1000 })).toBe(false)
  })
})

test("a run that is moved as a whole keeps every distance", () => {
  const moments = fc.integer({ min: -1e12, max: 1e12 })
  const hours = fc.integer({ min: -100_000, max: 100_000 })
  fc.assert(
    fc.property(moments, hours, fc.constantFrom(1, 1000, 3_600_000), (date, hoursLater, unit) => {
      const shift = hoursLater * 3_600_000
      const given = timeline.recorded.map(({ from, to }) => ({ from: from + shift, to: to + shift }))
      expect(isSameDistance({ ...timeline, given }, 1, date, date + shift, unit)).toBe(true)
    }),
  )
})
