import { integerOrFloat } from "./integer.ts"
import { PhpFloat, type PhpValue } from "./value.ts"

/** White space, a sign, digits with a dot and an exponent or without, white space. */
const NUMERIC = /^[ \t\n\r\v\f]*([+-]?(?:\d+(\.\d*)?|(\.\d+))([eE][+-]?\d+)?)[ \t\n\r\v\f]*$/

/**
 * PHP's `is_numeric` and `$value + 0` in one: the number that a number or a numeric string stands for. `"6"`,
 * `" 6"` and `"6 "` are integers, `"6.0"`, `"1e3"` and what does not fit into 64 bits are floats.
 *
 * @returns `undefined` if the value is not numeric
 */
export function numericValue(value: PhpValue): number | bigint | PhpFloat | undefined {
  if (typeof value === "number" || typeof value === "bigint" || value instanceof PhpFloat) return value
  if (typeof value !== "string") return undefined
  const match = NUMERIC.exec(value)
  if (match === null) return undefined
  const [, number = "", fraction, bareFraction, exponent] = match
  const isInteger = fraction === undefined && bareFraction === undefined && exponent === undefined
  // Adding an integer takes the sign from PHP's -0.0.
  return isInteger ? integerOrFloat(number) : new PhpFloat(Number(number) + 0)
}

/** PHP's `is_numeric`. */
export function isNumeric(value: PhpValue): boolean {
  return numericValue(value) !== undefined
}
