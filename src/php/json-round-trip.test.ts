import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PhpArrayBuilder } from "./array-builder.ts"
import { encodedSize } from "./encoded-size.ts"
import { decodeJson } from "./json-decode.ts"
import { encodeJson } from "./json-encode.ts"
import { PhpFloat, type PhpValue } from "./value.ts"

/**
 * PHP values that come back from JSON as they were: floats that JSON shows to be floats, and no infinity.
 * (`1.0` becomes the integer 1: `json_encode` drops the fraction.)
 */
function anyPhpValue(): fc.Arbitrary<PhpValue> {
  const text = fc.string({ unit: "grapheme" })
  const key = fc.oneof(text, fc.constantFrom("0", "1", "2", "01", "-0", "-1", "", "__proto__", "constructor"))
  const scalar = fc.oneof(
    fc.constantFrom<PhpValue>(null, true, false),
    fc.maxSafeInteger(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((value) => !Number.isInteger(value) || Math.abs(value) >= 2 ** 64)
      .map((value) => new PhpFloat(value)),
    text,
  )
  return fc.letrec<{ value: PhpValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie("value"), { maxLength: 5 }),
      fc.array(fc.tuple(key, tie("value")), { maxLength: 16 }).map((members) => {
        const array = new PhpArrayBuilder()
        for (const [name, value] of members) array.set(name, value)
        return array.build()
      }),
    ),
  })).value
}

describe("JSON there and back", () => {
  it("is the same value", () => {
    fc.assert(
      fc.property(anyPhpValue(), (value) => {
        expect(decodeJson(encodeJson(value))).toStrictEqual(value)
      }),
    )
  })

  it("has the size of the text with every UTF-16 unit beyond ASCII escaped", () => {
    fc.assert(
      fc.property(anyPhpValue(), (value) => {
        expect(encodedSize(value)).toBe(encodeJson(value).replace(/[\u0080-\uffff]/g, "\\uXXXX").length)
      }),
    )
  })
})
