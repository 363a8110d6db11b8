import { numericValue } from "../php/numeric-string.ts"
import { Refusal, type Validator } from "./validator.ts"

const LEAST_INT32 = -(2 ** 31)
const MOST_INT32 = 2 ** 31 - 1

const grouped = (value: number): string => value.toLocaleString("en-US")

/** Appwrite 1.9: a JSON integer of 32 bits; texts are none. */
export function int32(): Validator<number> {
  const refusal = new Refusal(
    `Value must be a valid signed 32-bit integer between ${grouped(LEAST_INT32)} and ${grouped(MOST_INT32)}`,
  )
  return {
    sample: { kind: "integer", min: LEAST_INT32, max: MOST_INT32, takesText: false },
    check: (value) =>
      typeof value === "number" && value >= LEAST_INT32 && value <= MOST_INT32 ? value : refusal,
  }
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
