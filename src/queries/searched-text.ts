import type { Document } from "../store/document.ts"
import { type WordIndex, wordIndex } from "./word-index.ts"

/** What the search of a list looks at. */
export interface SearchedText<R extends Document> {
  /** The text of a record. */
  of(record: R): string
  /** The words of a collection: those who never search it pay nothing, and they go when it goes. */
  wordsOf(collection: object): WordIndex<R>
}

/** To be called once for each kind of list, so that the words of a collection are found again. */
export function searchedText<R extends Document>(of: (record: R) => string): SearchedText<R> {
  const indexes = new WeakMap<object, WordIndex<R>>()
  return {
    of,
    wordsOf(collection) {
      const known = indexes.get(collection)
      if (known !== undefined) return known
      const made = wordIndex(of)
      indexes.set(collection, made)
      return made
    },
  }
}
