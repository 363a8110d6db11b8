import fc from "fast-check"
import { expect, test } from "vitest"
import { randomDigits, randomHex, systemRandomness } from "./randomness.ts"

const randomness = systemRandomness()

test("bytes are as many as were asked for, and their own", () => {
  fc.assert(
    fc.property(fc.nat(10_000), (length) => {
      const bytes = randomness.bytes(length)
      expect(bytes).toHaveLength(length)
      expect(bytes.byteLength).toBe(bytes.buffer.byteLength)
    }),
  )
})

test("bytes are not given twice", () => {
  const drawn = Array.from({ length: 1000 }, () => Buffer.from(randomness.bytes(16)).toString("hex"))
  expect(new Set(drawn).size).toBe(1000)
})

test("hexadecimal and decimal digits come in any number", () => {
  fc.assert(
    fc.property(fc.nat(300), (length) => {
      expect(randomHex(randomness, length)).toMatch(new RegExp(`^[0-9a-f]{${length}}$`))
      expect(randomDigits(randomness, length)).toMatch(new RegExp(`^[0-9]{${length}}$`))
    }),
  )
})

test("no decimal digit is likelier than another", () => {
  const counts = new Map<string, number>()
  let next = 0
  const everyByteOnce = { bytes: (length: number) => Uint8Array.from({ length }, () => next++ % 256) }
  for (const digit of randomDigits(everyByteOnce, 250)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  expect([...counts.values()]).toEqual(Array.from({ length: 10 }, () => 25))
})
