import { floatToJson } from "./float-text.ts"
import { quoteJson, quoteName } from "./json-quote.ts"
import { PhpFloat, PhpMap, type PhpValue } from "./value.ts"

/**
 * What an answer is made of: PHP values, arrays and plain objects. A plain object is a JSON object, also an empty
 * one (`{}`), where an empty PHP array is `[]`.
 */
export type Answer = PhpValue | readonly Answer[] | { readonly [member: string]: Answer }

/** More levels than these `json_encode` refuses. */
const MAX_NESTING = 512

/**
 * The JSON text of an answer as Appwrite sends it, `json_encode($answer, JSON_UNESCAPED_UNICODE)`: no white space,
 * non-ASCII characters as they are except for U+2028 and U+2029, `/` as `\/`, floats in PHP's way (`1`, `1.0e+25`).
 *
 * @returns `""` where PHP's `json_encode` fails: an infinite float, a string that is no UTF-8 (lone surrogates),
 *   more than 512 levels
 */
export function encodeJson(answer: Answer): string {
  const out: Output = { json: "" }
  return write(out, answer, 0) ? out.json : ""
}

/** The text so far. Adding to one text is what makes the encoder fast: there are no texts in between. */
interface Output {
  json: string
}

/** Whether the value could be written. */
function write(out: Output, value: Answer, nesting: number): boolean {
  switch (typeof value) {
    case "string":
      return append(out, quoteJson(value))
    case "number":
    case "bigint":
    case "boolean":
      out.json += value
      return true
    default:
      if (value === null) return append(out, "null")
      if (value instanceof PhpFloat) {
        return append(out, Number.isFinite(value.value) ? floatToJson(value.value) : undefined)
      }
      if (nesting >= MAX_NESTING) return false
      if (value instanceof PhpMap) return writeMap(out, value, nesting + 1)
      return isArray(value) ? writeList(out, value, nesting + 1) : writeObject(out, value, nesting + 1)
  }
}

function append(out: Output, text: string | undefined): boolean {
  if (text === undefined) return false
  out.json += text
  return true
}

function writeList(out: Output, values: readonly Answer[], nesting: number): boolean {
  let separator = "["
  for (const value of values) {
    out.json += separator
    if (!write(out, value, nesting)) return false
    separator = ","
  }
  return append(out, separator === "[" ? "[]" : "]")
}

/** A map is never empty: without members it is a list. */
function writeMap(out: Output, { keys, values }: PhpMap, nesting: number): boolean {
  let separator = "{"
  let position = 0
  for (const value of values) {
    const name = quoteJson(keys[position++] ?? "")
    if (name === undefined) return false
    out.json += `${separator}${name}:`
    if (!write(out, value, nesting)) return false
    separator = ","
  }
  return append(out, "}")
}

function writeObject(out: Output, members: { readonly [member: string]: Answer }, nesting: number): boolean {
  let separator = "{"
  for (const member in members) {
    const name = quoteName(member)
    const value = members[member]
    if (name === undefined || value === undefined) return false
    out.json += separator
    out.json += name
    if (!write(out, value, nesting)) return false
    separator = ","
  }
  return append(out, separator === "{" ? "{}" : "}")
}

/** `Array.isArray`, which on its own does not know read-only arrays. */
function isArray(
  value: Exclude<Answer, PhpFloat | PhpMap | string | number | bigint | boolean | null>,
): value is readonly Answer[] {
  return Array.isArray(value)
}
