import { expect, test } from "vitest"
import { totpCode } from "./totp.ts"

// The secret and codes of RFC 6238, appendix B, cut to six digits.
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [20_000_000_000, "353130"],
])("the code at second %i is %s", async (seconds, code) => {
  expect(await totpCode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", seconds * 1000)).toBe(code)
})
