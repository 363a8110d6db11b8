import { expect, test } from "vitest"
import { systemRandomness } from "../../store/randomness.ts"
import { loadTotp } from "./totp.ts"

const { newSecret, codeAt } = await loadTotp()

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
])("at second %i the code of the RFC's secret is %s", (seconds, code) => {
  expect(codeAt(RFC_SECRET, seconds * 1000)).toBe(code)
})

test("a code lives from one half minute to the next", () => {
  expect(codeAt(RFC_SECRET, 30_000)).toBe(codeAt(RFC_SECRET, 59_999))
  expect(codeAt(RFC_SECRET, 60_000)).not.toBe(codeAt(RFC_SECRET, 59_999))
})

test("a secret is 64 bytes in base32 without padding, and never the same", () => {
  const randomness = systemRandomness()
  const [first, second] = [newSecret(randomness), newSecret(randomness)]
  expect(first).toMatch(/^[A-Z2-7]{103}$/)
  expect(second).not.toBe(first)
})

test("all bytes of a secret are those of the source of randomness", () => {
  const bytes = Uint8Array.from({ length: 64 }, (_, index) => index)
  expect(newSecret({ bytes: () => bytes })).toMatch(
    /^AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTCQKRMFYYDENBWHA5DYPSAIJC/,
  )
})
