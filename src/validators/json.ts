import { decodeJson } from "../php/json-decode.ts"
import { isPhpArray, type PhpValue } from "../php/value.ts"
import { Refusal, type Validator } from "./validator.ts"

const refusal = new Refusal("Value must be a valid JSON string")

/** Appwrite 1.9: an object or array, or a text of JSON, of which the action gets what it says. */
export const json: Validator<PhpValue> = {
  sample: { kind: "json" },
  check(value) {
    if (isPhpArray(value)) return value
    const decoded = typeof value === "string" ? decodeJson(value) : undefined
    return decoded === undefined ? refusal : decoded
  },
}
