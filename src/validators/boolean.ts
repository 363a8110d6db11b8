import { toBool } from "../php/coercion.ts"
import { Refusal, type Validator } from "./validator.ts"

const refusal = new Refusal("Value must be a valid boolean")

/** Appwrite 1.9: `true` or `false` and nothing that looks like it. */
export const strictBoolean: Validator<boolean> = {
  sample: { kind: "boolean", isLoose: false },
  check: (value) => (typeof value === "boolean" ? value : refusal),
}

const LOOKS_BOOLEAN: readonly unknown[] = [true, false, 1, 0, "1", "0", "true", "false"]

/**
 * Appwrite 1.9: a boolean, or a text or number that looks like one. PHP converts it afterwards, for which every text
 * but `""` and `"0"` is true: so is `"false"`.
 */
export const looseBoolean: Validator<boolean> = {
  sample: { kind: "boolean", isLoose: true },
  check: (value) => (LOOKS_BOOLEAN.includes(value) ? toBool(value) === true : refusal),
}
