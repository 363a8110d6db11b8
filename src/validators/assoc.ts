import { encodedSize } from "../php/encoded-size.ts"
import { isPhpArray, isPhpList, type PhpArray } from "../php/value.ts"
import { type Checked, Refusal, type Validator } from "./validator.ts"

const MOST_BYTES = 65_535

const refusal = new Refusal("Value must be a valid object.")

/**
 * Appwrite 1.9: a JSON object (or an empty array) of at most 65535 bytes, measured as PHP would write it again: no
 * white space, everything but ASCII as `\uXXXX`. For PHP `{"0":…}` is a list, and refused.
 */
export function assoc(): Validator<PhpArray> {
  return {
    sample: { kind: "object", maxBytes: MOST_BYTES },
    check(value): Checked<PhpArray> {
      if (!isPhpArray(value)) return refusal
      if (isPhpList(value) && value.length > 0) return refusal
      return encodedSize(value) > MOST_BYTES ? refusal : value
    },
  }
}
