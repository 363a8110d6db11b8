import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { askedPause } from "./asked-pause.ts"

const now = Date.UTC(2030, 0, 1)
const inSeconds = (seconds: number) => String(now / 1000 + seconds)
const pauseOf = (headers: Record<string, string>) => askedPause(new Headers(headers), now)

test.each([
  ["nothing", {}, undefined],
  ["a number of seconds", { "retry-after": "3" }, 3000],
  ["no pause", { "retry-after": "0" }, 0],
  ["a date", { "retry-after": new Date(now + 5000).toUTCString() }, 5000],
  ["a date that is over", { "retry-after": new Date(now - 5000).toUTCString() }, 0],
  ["the second at which a rate limit ends", { "x-ratelimit-reset": inSeconds(9) }, 10_000],
  ["an end that is over", { "x-ratelimit-reset": inSeconds(-9) }, 0],
  ["both, of which the standard's counts", { "retry-after": "2", "x-ratelimit-reset": inSeconds(9) }, 2000],
  ["no sense, and the other one some", { "retry-after": "soon", "x-ratelimit-reset": inSeconds(9) }, 10_000],
  ["empty texts", { "retry-after": "", "x-ratelimit-reset": " " }, undefined],
  ["no sense at all", { "retry-after": "soon", "x-ratelimit-reset": "later" }, undefined],
])("an answer that tells %s", (_, headers, pause) => {
  expect(pauseOf(headers)).toBe(pause)
})

describe("a server whose clock is another one", () => {
  test("is left alone as long as it says by its own clock", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.nat(3600), (ahead, seconds) => {
        const date = new Date(now + ahead * 1000)
        const headers = { date: date.toUTCString(), "x-ratelimit-reset": inSeconds(ahead + seconds) }
        expect(pauseOf(headers)).toBe((seconds + 1) * 1000)
      }),
    )
  })
})
