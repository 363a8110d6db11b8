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
  const words: string[] = []
  let start = -1
  for (let at = 0; at <= weights.length; at++) {
    const unit = at < weights.length ? weights.charCodeAt(at) : BLANK
    if (unit > 0x7f) return weights.match(WORD) ?? []
    if (isAsciiWord(unit)) {
      if (start < 0) start = at
    } else if (start >= 0) {
      words.push(weights.slice(start, at))
      start = -1
    }
  }
  return words
}

const BLANK = 0x20

/** A letter, a digit or `_`. Most texts are ASCII, and a loop over them is far faster than the regular expression. */
function isAsciiWord(unit: number): boolean {
  return (
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x5f
  )
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
