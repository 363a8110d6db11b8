import { floatToString } from "./float-text.ts"
import { integerValue, isInt64 } from "./integer.ts"
import { numericValue } from "./numeric-string.ts"
import { isPhpArray, PhpFloat, type PhpValue } from "./value.ts"

/*
 * What PHP does with a scalar that goes to an argument of another scalar type ("weak mode"), as Appwrite's actions
 * get their parameters. `undefined` stands for PHP's type error, which Appwrite answers with a server error:
 * always for null and arrays.
 */

/** To `bool`: false are `false`, `0`, `0.0`, `""` and `"0"`; every other string is true, `"false"` too. */
export function toBool(value: PhpValue): boolean | undefined {
  if (value === null || isPhpArray(value)) return undefined
  if (typeof value === "string") return value !== "" && value !== "0"
  return value instanceof PhpFloat ? value.value !== 0 : Boolean(value)
}

/** To `int`: booleans, numeric strings, and floats without their fraction; not what 64 bits cannot hold. */
export function toInt(value: PhpValue): number | bigint | undefined {
  if (typeof value === "boolean") return Number(value)
  const number = numericValue(value)
  if (!(number instanceof PhpFloat)) return number
  if (!Number.isFinite(number.value)) return undefined
  const integer = BigInt(Math.trunc(number.value))
  return isInt64(integer) ? integerValue(integer) : undefined
}

/** To `string`: `true` is `"1"`, `false` is `""`, floats have 14 digits (`0.33333333333333`, `1.0E+25`). */
export function toText(value: PhpValue): string | undefined {
  if (value === null || isPhpArray(value)) return undefined
  if (typeof value === "boolean") return value ? "1" : ""
  return value instanceof PhpFloat ? floatToString(value.value) : String(value)
}
