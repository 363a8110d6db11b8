import { expect, test } from "vitest"
import { uniqueIds } from "./ids.ts"
import { systemRandomness } from "./randomness.ts"

const AT = Date.UTC(2026, 0, 2, 3, 4, 5, 678)

test("an ID is the time in microseconds and seven random digits", () => {
  const id = uniqueIds({ now: () => AT }, systemRandomness()).next()
  expect(id).toMatch(/^[0-9a-f]{20}$/)
  expect(Number.parseInt(id.slice(0, 8), 16)).toBe(Math.floor(AT / 1000))
  expect(Number.parseInt(id.slice(8, 13), 16)).toBe(678_000)
})

test("IDs of one moment differ and sort in the order in which they were made", () => {
  const { next } = uniqueIds({ now: () => AT }, { bytes: (length) => new Uint8Array(length) })
  const ids = Array.from({ length: 3000 }, next)
  expect(new Set(ids).size).toBe(3000)
  expect(ids.toSorted()).toEqual(ids)
})
