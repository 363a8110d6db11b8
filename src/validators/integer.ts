import { numericValue } from "../php/numeric-string.ts"
import type { PhpValue } from "../php/value.ts"
import { type Checked, Refusal, type Validator } from "./validator.ts"

const LEAST_INT32 = -(2 ** 31)
const MOST_INT32 = 2 ** 31 - 1

/** An integer with a comma before every three digits. Not by the locale: loading that is a tenth of the whole start. */
const grouped = (value: number): string => String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",")

/** A JSON integer; texts are none. */
export function wholeNumber(): Validator<number> {
  return {
    sample: { kind: "integer", min: LEAST_INT32, max: MOST_INT32, takesText: false },
    check: (value, { rules }) => rules.integer(value),
  }
}

const int32Refusal = new Refusal(
  `Value must be a valid signed 32-bit integer between ${grouped(LEAST_INT32)} and ${grouped(MOST_INT32)}`,
)

/** Appwrite 1.9: an integer has 32 bits. */
export function checkInt32(value: PhpValue): Checked<number> {
  return typeof value === "number" && value >= LEAST_INT32 && value <= MOST_INT32 ? value : int32Refusal
}

const integerRefusal = new Refusal("Value must be a valid integer")

/** Appwrite 1.5: an integer of any size. */
export function checkInteger(value: PhpValue): Checked<number> {
  return typeof value === "number" ? value : integerRefusal
}

/** Appwrite 1.9: an integer, or a text that PHP takes for one, from `min` to `max`. */
export function range(min: number, max: number): Validator<number> {
  const refusal = new Refusal(`Value must be a valid range between ${grouped(min)} and ${grouped(max)}`)
  return {
    sample: { kind: "integer", min, max, takesText: true },
    check(value) {
      const integer = numericValue(value)
      return typeof integer === "number" && integer >= min && integer <= max ? integer : refusal
    },
  }
}
