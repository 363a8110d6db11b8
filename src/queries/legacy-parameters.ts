import { numericValue } from "../php/numeric-string.ts"
import type { PhpValue } from "../php/value.ts"

const QUOTES = ["'", '"']
const BACKSLASH_TAKES = [",", "[", "]", ...QUOTES]

/**
 * The parameters between the parentheses of a query in the syntax of Appwrite 1.4: texts in either kind of quotes,
 * numbers, `true`, `false`, `null`, lists in brackets; everything else is a text as it stands, without its blanks.
 */
export function legacyParameters(text: string): readonly PhpValue[] {
  return splitParameters(text).map((parameter) =>
    typeof parameter === "string" ? legacyValue(parameter) : parameter.map(legacyValue),
  )
}

function splitParameters(text: string): readonly (string | readonly string[])[] {
  const parameters: (string | readonly string[])[] = []
  let list: string[] = []
  let depth = 0
  let current = ""
  let quote: string | undefined
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === "\\") {
      const next = text.charAt(at + 1)
      current += BACKSLASH_TAKES.includes(next) ? "" : character
      current += isBlank(next) && quote === undefined ? "" : next
      at += 1
    } else if (QUOTES.includes(character)) {
      current += character
      if (quote === undefined) quote = character
      else if (quote === character) quote = undefined
    } else if (quote !== undefined) {
      current += character
    } else if (character === "[") {
      depth += 1
    } else if (character === "]") {
      depth -= 1
      if (current !== "") list.push(current)
      parameters.push(list)
      list = []
      current = ""
    } else if (character === ",") {
      if (depth > 0) list.push(current)
      else if (current !== "" && list.length === 0) parameters.push(current)
      if (depth > 0 || list.length === 0) current = ""
    } else if (!isBlank(character)) {
      current += character
    }
  }
  return current === "" ? parameters : [...parameters, current]
}

const isBlank = (character: string): boolean => character === " " || character === ","

function legacyValue(text: string): PhpValue {
  const value = text.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, "")
  if (value === "true") return true
  if (value === "false") return false
  if (value === "null") return null
  return numericValue(value) ?? (QUOTES.includes(value.charAt(0)) ? value.slice(1, -1) : value)
}
