import { PhpFloat } from "./value.ts"

const INT64_MIN = -(2n ** 63n)
const INT64_MAX = 2n ** 63n - 1n
/** Every number of so many decimal digits is a safe integer. */
const SAFE_DIGITS = 15
/** Digits of the largest 64-bit integer. */
const INT64_DIGITS = 19

/** Whether the number fits into PHP's integer type. */
export function isInt64(value: bigint): boolean {
  return value >= INT64_MIN && value <= INT64_MAX
}

/** A PHP integer in the form that `PhpValue` asks for: a `number` where that is exact. */
export function integerValue(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/**
 * The PHP number that a decimal integer text stands for: an integer, or a float if it does not fit into 64 bits.
 *
 * @param text an optional sign, then digits only
 */
export function integerOrFloat(text: string): number | bigint | PhpFloat {
  // The addition turns -0 into 0: as an integer, PHP knows one zero only.
  if (text.length <= SAFE_DIGITS) return Number(text) + 0
  if (text.replace(/^[+-]?0*/, "").length > INT64_DIGITS) return new PhpFloat(Number(text))
  const value = BigInt(text.startsWith("+") ? text.slice(1) : text)
  return isInt64(value) ? integerValue(value) : new PhpFloat(Number(text))
}

/**
 * The integer that PHP makes of an array key of this text, `undefined` if it stays a string: only the canonical
 * decimal form counts (`1`, `-5`; not `01`, `+1`, `-0`, `1.0`) and only within 64 bits.
 */
export function integerKey(key: string): bigint | undefined {
  if (key.length > INT64_DIGITS + 1 || !/^(?:0|-?[1-9]\d*)$/.test(key)) return undefined
  const value = BigInt(key)
  return isInt64(value) ? value : undefined
}
