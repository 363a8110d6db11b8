/** What words are made of: InnoDB's rule for `utf8mb4`. */
const WORD = /[\p{L}\p{N}\p{M}_]+/gu
const SHORTEST = 3
const LONGEST = 84

/** Words that are never indexed: InnoDB's default stop words, by their weights. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "A ABOUT AN ARE AS AT BE BY COM DE EN FOR FROM HOW I IN IS IT LA OF ON OR THAT THE THIS TO WAS WHAT WHEN WHERE WHO " +
    "WILL WITH UND WWW"
  ).split(" "),
)

/**
 * The words of a text in their order, indexed or not.
 * @param weights the text's weights under the collation: words are compared by them
 */
export function wordsOf(weights: string): readonly string[] {
  return weights.match(WORD) ?? []
}

/** A word and whether an apostrophe follows it directly. */
export interface TermWord {
  readonly word: string
  readonly beforeApostrophe: boolean
}

/** The words of one part of a search term. */
export function termWords(weights: string): readonly TermWord[] {
  return Array.from(weights.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    beforeApostrophe: weights[index + word.length] === "'",
  }))
}

/** Too short to be indexed. */
export function isShort(word: string): boolean {
  return word.length < SHORTEST
}

/** Too long to be indexed. */
export function isLong(word: string): boolean {
  return word.length > LONGEST
}

/** Whether a full-text index of InnoDB holds the word: 3 to 84 characters and no stop word. */
export function isIndexed(word: string): boolean {
  return !isShort(word) && !isLong(word) && !STOP_WORDS.has(word)
}
