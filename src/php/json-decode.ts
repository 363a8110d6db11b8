import { PhpArrayBuilder } from "./array-builder.ts"
import { readNumber } from "./json-number.ts"
import { type Cursor, readString } from "./json-string.ts"
import { decodeUtf8 } from "./utf8.ts"
import type { PhpArray, PhpList, PhpValue } from "./value.ts"

/** `json_decode` counts a scalar inside as a level of its own: of its 512 levels, 511 are left for arrays. */
const MAX_NESTING = 511

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/**
 * PHP's `json_decode($text, true)`: objects become arrays, of a name that comes twice the last value counts and
 * the first place. Not JSON: a byte order mark, text behind the value, capital `TRUE`, arrays in arrays more
 * than 511 deep, a lone surrogate.
 *
 * @returns `undefined` if the text is no JSON for PHP; JSON's `null` is `null`
 */
export function decodeJson(text: string): PhpValue | undefined {
  const cursor: Cursor = { text, at: 0 }
  skipSpace(cursor)
  const value = readValue(cursor, 0)
  skipSpace(cursor)
  return cursor.at === text.length ? value : undefined
}

/**
 * {@link decodeJson} of a body as it came over the wire.
 *
 * @returns `undefined` if the bytes are no valid UTF-8, too
 */
export function decodeJsonBytes(bytes: Uint8Array): PhpValue | undefined {
  const text = decodeUtf8(bytes)
  return text === undefined ? undefined : decodeJson(text)
}

function readValue(cursor: Cursor, nesting: number): PhpValue | undefined {
  switch (cursor.text.charCodeAt(cursor.at)) {
    case QUOTE:
      cursor.at += 1
      return readString(cursor)
    case OPEN_BRACE:
      cursor.at += 1
      return nesting < MAX_NESTING ? readObject(cursor, nesting + 1) : undefined
    case OPEN_BRACKET:
      cursor.at += 1
      return nesting < MAX_NESTING ? readArray(cursor, nesting + 1) : undefined
    case 0x6e:
      return readLiteral(cursor, "null", null)
    case 0x74:
      return readLiteral(cursor, "true", true)
    case 0x66:
      return readLiteral(cursor, "false", false)
    default:
      return readNumber(cursor)
  }
}

function readLiteral<V extends null | boolean>(cursor: Cursor, literal: string, value: V): V | undefined {
  if (!cursor.text.startsWith(literal, cursor.at)) return undefined
  cursor.at += literal.length
  return value
}

function readArray(cursor: Cursor, nesting: number): PhpList | undefined {
  const values: PhpValue[] = []
  skipSpace(cursor)
  if (accept(cursor, CLOSE_BRACKET)) return values
  do {
    skipSpace(cursor)
    const value = readValue(cursor, nesting)
    if (value === undefined) return undefined
    values.push(value)
    skipSpace(cursor)
  } while (accept(cursor, COMMA))
  return accept(cursor, CLOSE_BRACKET) ? values.slice() : undefined
}

function readObject(cursor: Cursor, nesting: number): PhpArray | undefined {
  const members = new PhpArrayBuilder()
  skipSpace(cursor)
  if (accept(cursor, CLOSE_BRACE)) return members.build()
  do {
    skipSpace(cursor)
    const name = accept(cursor, QUOTE) ? readString(cursor) : undefined
    if (name === undefined) return undefined
    skipSpace(cursor)
    if (!accept(cursor, COLON)) return undefined
    skipSpace(cursor)
    const value = readValue(cursor, nesting)
    if (value === undefined) return undefined
    members.set(name, value)
    skipSpace(cursor)
  } while (accept(cursor, COMMA))
  return accept(cursor, CLOSE_BRACE) ? members.build() : undefined
}

function accept(cursor: Cursor, code: number): boolean {
  if (cursor.text.charCodeAt(cursor.at) !== code) return false
  cursor.at += 1
  return true
}

function skipSpace(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
    cursor.at += 1
  }
}

/**
 * Where {@link decodeJson} gives up on a text.
 *
 * @returns the index of what it did not expect; `undefined` if the text is JSON
 */
export function jsonErrorAt(text: string): number | undefined {
  const cursor: Cursor = { text, at: 0 }
  skipSpace(cursor)
  const value = readValue(cursor, 0)
  if (value !== undefined) skipSpace(cursor)
  return value !== undefined && cursor.at === text.length ? undefined : cursor.at
}
