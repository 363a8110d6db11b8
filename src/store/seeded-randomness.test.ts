import fc from "fast-check"
import { expect, test } from "vitest"
import { seededRandomness } from "./seeded-randomness.ts"

const seed = fc.nat()
const lengths = fc.array(fc.nat({ max: 9000 }), { maxLength: 12 })

test("the same seed brings the same bytes, however they are drawn", () => {
  fc.assert(
    fc.property(seed, lengths, (number, draws) => {
      const total = draws.reduce((sum, length) => sum + length, 0)
      const apart = seededRandomness(number)
      expect(Buffer.concat(draws.map((length) => apart.bytes(length)))).toEqual(
        Buffer.from(seededRandomness(number).bytes(total)),
      )
      expect(apart.capture()).toBe(total)
    }),
    { numRuns: 30 },
  )
})

test("other seeds bring other bytes", () => {
  fc.assert(
    fc.property(seed, seed, (one, other) => {
      fc.pre(one !== other)
      expect(seededRandomness(one).bytes(16)).not.toEqual(seededRandomness(other).bytes(16))
    }),
  )
})

test("it goes on from where it was", () => {
  fc.assert(
    fc.property(seed, fc.nat({ max: 10_000 }), fc.nat({ max: 10_000 }), (number, before, between) => {
      const randomness = seededRandomness(number)
      randomness.bytes(before)
      const position = randomness.capture()
      const expected = randomness.bytes(100)
      randomness.bytes(between)
      randomness.restore(position)
      expect(randomness.bytes(100)).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

test("no byte is much more frequent than others", () => {
  const counts = new Uint32Array(256)
  for (const byte of seededRandomness(1).bytes(256 * 1000)) counts[byte] = (counts[byte] ?? 0) + 1
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(200)
})
