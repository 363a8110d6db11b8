/** A place in a JSON text; the reading functions move it forward. */
export interface Cursor {
  readonly text: string
  at: number
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LOWER_U = 0x75

/** What stands behind a backslash, and what it means. */
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
}

/**
 * Reads a JSON string; the cursor stands behind the opening quote and ends behind the closing one.
 * Refuses what PHP's `json_decode` refuses: control characters below U+0020, unknown escapes, a surrogate without
 * its partner, and an escaped one whose partner is not escaped.
 *
 * @returns `undefined` if this is no string
 */
export function readString(cursor: Cursor): string | undefined {
  const { text } = cursor
  let result = ""
  let start = cursor.at
  let at = start
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      cursor.at = at + 1
      return result + text.slice(start, at)
    }
    if (code === BACKSLASH) {
      result += text.slice(start, at)
      const length = text.charCodeAt(at + 1) === LOWER_U ? unicodeEscapeLength(text, at) : 2
      const meaning = length === 2 ? ESCAPES[text.charAt(at + 1)] : unicodeEscape(text, at, length)
      if (meaning === undefined) return undefined
      result += meaning
      at += length
      start = at
    } else if (isSurrogate(code)) {
      if (!isHigh(code) || !isLow(text.charCodeAt(at + 1))) return undefined
      at += 2
    } else if (code >= 0x20) {
      at += 1
    } else {
      // A control character, or NaN: the end of the text.
      return undefined
    }
  }
}

/** 12 for a high surrogate, which needs a second escape, 6 otherwise. */
function unicodeEscapeLength(text: string, at: number): 6 | 12 {
  return isHigh(hex(text, at + 2)) ? 12 : 6
}

/** The text that the escape of this length means, `undefined` if it is none. */
function unicodeEscape(text: string, at: number, length: 6 | 12): string | undefined {
  const code = hex(text, at + 2)
  if (length === 6) return Number.isNaN(code) || isLow(code) ? undefined : String.fromCharCode(code)
  const low = text.startsWith("\\u", at + 6) ? hex(text, at + 8) : Number.NaN
  return isLow(low) ? String.fromCharCode(code, low) : undefined
}

/** The four hexadecimal digits at this place, `NaN` if they are not four. */
function hex(text: string, at: number): number {
  const digits = text.slice(at, at + 4)
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
