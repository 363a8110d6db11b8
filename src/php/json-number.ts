import { integerOrFloat } from "./integer.ts"
import type { Cursor } from "./json-string.ts"
import { PhpFloat } from "./value.ts"

const MINUS = 0x2d
const PLUS = 0x2b
const DOT = 0x2e
const ZERO = 0x30
const NINE = 0x39
/** Sets the bit that tells `e` from `E`. */
const LOWER_CASE = 0x20
const LOWER_E = 0x65

/**
 * Reads a JSON number. Without fraction and exponent it is an integer (`-0` is 0), beyond 64 bits a float; with
 * one of them a float, infinite if it is too large (`1E400`), as in PHP.
 *
 * @returns `undefined` if there is no number at the cursor
 */
export function readNumber(cursor: Cursor): number | bigint | PhpFloat | undefined {
  const { text, at } = cursor
  const first = text.charCodeAt(at) === MINUS ? at + 1 : at
  let end = skipDigits(text, first)
  if (end === first || (text.charCodeAt(first) === ZERO && end > first + 1)) return undefined
  const integerEnd = end
  if (text.charCodeAt(end) === DOT) {
    const fraction = end + 1
    end = skipDigits(text, fraction)
    if (end === fraction) return undefined
  }
  if ((text.charCodeAt(end) | LOWER_CASE) === LOWER_E) {
    const sign = text.charCodeAt(end + 1)
    const exponent = sign === PLUS || sign === MINUS ? end + 2 : end + 1
    end = skipDigits(text, exponent)
    if (end === exponent) return undefined
  }
  cursor.at = end
  const number = text.slice(at, end)
  return end === integerEnd ? integerOrFloat(number) : new PhpFloat(Number(number))
}

function skipDigits(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (!(code >= ZERO && code <= NINE)) return at
    at += 1
  }
}
