/** A word of letters, digits and the signs that need no quotes. */
const ATOM = "[a-z0-9!#$%&'*+\\-/=?^_`{|}~]+"

/** A word in quotes: blanks, line ends, quotes and backslashes must be escaped, all other ASCII may be. */
const QUOTED = '"(?:[\\x01-\\x08\\v\\f\\x0e-\\x1f!\\x23-\\x5b\\x5d-\\x7f]|\\\\[\\0-\\x7f])*"'

const WORD = `(?:${ATOM}|${QUOTED})`

const LOCAL_PART = new RegExp(`^${WORD}(?:\\.${WORD})*$`)

/** Whether PHP's email filter takes the text, in small letters, as what stands before the `@`. */
export function isLocalPart(text: string): boolean {
  return LOCAL_PART.test(text)
}
