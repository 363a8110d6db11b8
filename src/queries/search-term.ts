import { collationWeights } from "../store/collation.ts"
import { isIndexed, isLong, isShort, termWords, wordsOf } from "./search-words.ts"

/** What a search asks for. Words are given by their weights under the collation. */
export type SearchTerm =
  /** Nothing is left to look for: no record matches. */
  | { readonly kind: "nothing" }
  /** The database cannot read the term: the server answers 500. */
  | { readonly kind: "fault" }
  /** Any of the words, or any word that begins with `prefix`. */
  | { readonly kind: "words"; readonly words: readonly string[]; readonly prefix: string | undefined }
  /** These words side by side. */
  | { readonly kind: "phrase"; readonly words: readonly string[] }

const NOTHING: SearchTerm = { kind: "nothing" }
/** Operators of the boolean mode: Appwrite takes them out. */
const OPERATORS = /[@+\-*)(<>~"]/g
const SPACE = /[ \t\n\v\f\r]+/g
/** The white space that PHP trims away, as far as it can be left. */
const MARGIN = /^[ \0]+|[ \0]+$/g

/**
 * Prepares the text of the `search` parameter.
 *
 * Appwrite 1.9 with MariaDB: a text in double quotes is a phrase; of any other, one word has to be there, and the last
 * one may go on.
 */
export function prepareSearch(text: string): SearchTerm {
  const isPhrase = text.startsWith('"') && text.endsWith('"')
  const term = text.replace(OPERATORS, " ").replace(SPACE, " ").replace(MARGIN, "")
  if (term === "" || term === "0") return NOTHING
  const weights = collationWeights(term)
  return isPhrase ? phraseOf(weights) : anyOf(weights)
}

/** The first word has to be an indexed one; those before it are left out. */
function phraseOf(weights: string): SearchTerm {
  const words = wordsOf(weights)
  const first = words.findIndex(isIndexed)
  return first < 0 ? NOTHING : { kind: "phrase", words: words.slice(first) }
}

function anyOf(weights: string): SearchTerm {
  const parts = weights.split(/[ %]+/).filter((part) => part !== "")
  if (parts.length === 0) return { kind: "fault" }
  const words = parts.map(usedWords)
  const prefix = words.at(-1)?.pop()
  const whole = words.flat().filter(isIndexed)
  return whole.length === 0 && prefix === undefined ? NOTHING : { kind: "words", words: whole, prefix }
}

/** The words of a part that InnoDB looks for: a short one only if it is the first. */
function usedWords(part: string): string[] {
  const used: string[] = []
  for (const { word, beforeApostrophe } of termWords(part)) {
    const isElision = beforeApostrophe && word.length === 1
    const isIgnored = isElision || isLong(word) || (used.length > 0 && isShort(word))
    if (!isIgnored) used.push(word)
  }
  return used
}
