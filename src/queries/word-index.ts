import { collationWeights } from "../store/collation.ts"
import type { Document } from "../store/document.ts"
import { differences, type OrderedMap, orderedMap } from "../store/ordered-map.ts"
import { countOf, type Postings, union, withoutPosting, withPosting } from "./postings.ts"
import type { SearchTerm } from "./search-term.ts"
import { isIndexed, wordsOf } from "./search-words.ts"

/** Which records have which words. */
export interface WordIndex<R> {
  /**
   * The numbers of the records that a term can find, in order of creation. Those that a phrase can find have one word of
   * it; whether they have all of it is left to be seen.
   * @param records what the index is to tell of. It looks at what changed since it was last asked, so that writes need
   * not tell it, and at all of them the first time.
   */
  find(term: SearchTerm, records: OrderedMap<number, R>): ArrayLike<number>
}

const NONE: ArrayLike<number> = []
/** Behind all words: their units are weights, of which U+FFFD is the greatest. */
const BEHIND_ALL = "\uffff"

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const bySequence = (a: number, b: number): number => a - b

/** @param text the text of a record that is searched. */
export function wordIndex<R extends Document>(text: (record: R) => string): WordIndex<R> {
  let words = orderedMap<string, Postings>(byText)
  let indexed = orderedMap<number, R>(bySequence)

  function add(record: R): void {
    for (const word of indexedWords(text(record))) {
      words.set(word, withPosting(words.get(word), record.$sequence))
    }
  }

  function remove(record: R): void {
    for (const word of indexedWords(text(record))) {
      const postings = words.get(word)
      const left = postings === undefined ? undefined : withoutPosting(postings, record.$sequence)
      if (left === undefined) words.delete(word)
      else words.set(word, left)
    }
  }

  function follow(records: OrderedMap<number, R>): void {
    if (records === indexed) return
    if (indexed.size === 0) words = allWords(records, text)
    else {
      differences(indexed, records, {
        onlyBefore: remove,
        onlyAfter: add,
        both(before, after) {
          if (text(before) === text(after)) return
          remove(before)
          add(after)
        },
      })
    }
    indexed = records
  }

  function beginningWith(prefix: string): Postings[] {
    const found: Postings[] = []
    words.forRange(prefix, prefix + BEHIND_ALL, false, (_, postings) => {
      found.push(postings)
    })
    return found
  }

  /** The word of a phrase that the fewest records have. */
  function rarest(phrase: readonly string[]): Postings | undefined {
    let fewest: Postings | undefined
    for (const word of phrase.filter(isIndexed)) {
      const postings = words.get(word)
      if (postings === undefined) return undefined
      if (fewest === undefined || countOf(postings) < countOf(fewest)) fewest = postings
    }
    return fewest
  }

  return {
    find(term, records) {
      if (term.kind === "nothing" || term.kind === "fault") return NONE
      follow(records)
      if (term.kind === "phrase") {
        const postings = rarest(term.words)
        return postings === undefined ? NONE : union([postings])
      }
      const found = term.prefix === undefined ? [] : beginningWith(term.prefix)
      for (const word of term.words) {
        const postings = words.get(word)
        if (postings !== undefined) found.push(postings)
      }
      return union(found)
    },
  }
}

/** The index of many records at once: gathered first and sorted once, as that is several times faster. */
function allWords<R extends Document>(
  records: OrderedMap<number, R>,
  text: (record: R) => string,
): OrderedMap<string, Postings> {
  const gathered = new Map<string, Postings>()
  for (const record of records.values()) {
    for (const word of indexedWords(text(record))) {
      gathered.set(word, withPosting(gathered.get(word), record.$sequence))
    }
  }
  const words = orderedMap<string, Postings>(byText)
  for (const word of [...gathered.keys()].sort()) {
    const postings = gathered.get(word)
    if (postings !== undefined) words.set(word, postings)
  }
  return words
}

function indexedWords(text: string): readonly string[] {
  return wordsOf(collationWeights(text)).filter(isIndexed)
}
