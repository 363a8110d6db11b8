import { collationWeights } from "../store/collation.ts"
import type { SearchTerm } from "./search-term.ts"
import { isIndexed, wordsOf } from "./search-words.ts"

/**
 * Compiles a search term into a test of a record's search text. The term says all that an index of words would need:
 * whole words, the beginning of one, or words in a row.
 */
export function searchMatcher(term: SearchTerm): (text: string) => boolean {
  switch (term.kind) {
    case "nothing":
    case "fault":
      return () => false
    case "words":
      return wordMatcher(term.words, term.prefix)
    case "phrase":
      return phraseMatcher(term.words)
  }
}

function wordMatcher(words: readonly string[], prefix: string | undefined): (text: string) => boolean {
  const wanted = new Set(words)
  const parts = prefix === undefined ? words : [...words, prefix]
  const isHit = (word: string): boolean =>
    wanted.has(word) || (prefix !== undefined && word.startsWith(prefix) && isIndexed(word))
  return (text) => {
    const weights = collationWeights(text)
    // Taking a text apart is dear: first see whether it is worth it.
    return parts.some((part) => weights.includes(part)) && wordsOf(weights).some(isHit)
  }
}

function phraseMatcher(phrase: readonly string[]): (text: string) => boolean {
  return (text) => {
    const weights = collationWeights(text)
    if (!phrase.every((word) => weights.includes(word))) return false
    const words = wordsOf(weights)
    return words.some((_, start) => phrase.every((word, distance) => words[start + distance] === word))
  }
}
