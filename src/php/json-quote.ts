/** All but printable characters without `"`, `/`, `\`, U+2028 and U+2029: what PHP escapes. */
const ESCAPED = /[^ !#-.0-[\]-\u2027\u202a-\uffff]/g
/** The same and surrogates, which need a look whether they are pairs. */
const UNUSUAL = /[^ !#-.0-[\]-\u2027\u202a-\ud7ff\ue000-\uffff]/
const LONE_SURROGATE = /\p{Surrogate}/u

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "/": "\\/",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
}

/**
 * A JSON string as `json_encode(…, JSON_UNESCAPED_UNICODE)` writes it.
 *
 * @returns `undefined` if PHP's `json_encode` fails: no valid UTF-8
 */
export function quoteJson(text: string): string | undefined {
  if (!UNUSUAL.test(text)) return `"${text}"`
  if (LONE_SURROGATE.test(text)) return undefined
  return `"${text.replace(ESCAPED, escapeCharacter)}"`
}

/** Answers have a small, closed set of member names; the limit holds for whatever else comes by. */
const MAX_KNOWN_NAMES = 1000
const knownNames = new Map<string, string>()

/** A member's name as {@link quoteJson} writes it, and the colon behind; it is kept for the next answer. */
export function quoteName(name: string): string | undefined {
  const known = knownNames.get(name)
  if (known !== undefined) return known
  const quoted = quoteJson(name)
  if (quoted === undefined) return undefined
  if (knownNames.size < MAX_KNOWN_NAMES) knownNames.set(name, `${quoted}:`)
  return `${quoted}:`
}

function escapeCharacter(character: string): string {
  return SHORT_ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
}
