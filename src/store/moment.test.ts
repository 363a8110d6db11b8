import { describe, expect, test } from "vitest"
import { durationInMilliseconds, milliseconds } from "./moment.ts"

const AT = Date.UTC(2026, 0, 2, 3, 4, 5, 678)

describe("a moment", () => {
  test.each([AT, AT + 0.7, new Date(AT), "2026-01-02T03:04:05.678Z", "2026-01-02T04:04:05.678+01:00"])(
    "is read: %s",
    (moment) => {
      expect(milliseconds(moment)).toBe(AT)
    },
  )

  test.each([Number.NaN, -1, Number.POSITIVE_INFINITY, "soon", "", new Date("x"), null, undefined, {}, true])(
    "is refused: %s",
    (moment) => {
      expect(() => milliseconds(moment)).toThrow(expect.objectContaining({ code: "moment_invalid" }))
    },
  )
})

describe("a duration", () => {
  test.each([
    [1500, 1500],
    [0, 0],
    [{}, 0],
    [{ minutes: 15 }, 900_000],
    [{ days: 1, hours: 1, minutes: 1, seconds: 1, milliseconds: 1 }, 90_061_001],
    [{ hours: 1, minutes: -15 }, 2_700_000],
  ])("is read: %j", (duration, expected) => {
    expect(durationInMilliseconds(duration)).toBe(expected)
  })

  test.each([-1, Number.NaN, "15 minutes", null, undefined, { weeks: 1 }, { minutes: "1" }, { minutes: -1 }])(
    "is refused: %j",
    (duration) => {
      expect(() => durationInMilliseconds(duration)).toThrow(
        expect.objectContaining({ code: "duration_invalid" }),
      )
    },
  )
})
