import type { Document } from "../store/document.ts"
import type { Queries } from "./query.ts"
import type { SearchTerm } from "./search-term.ts"
import type { SearchedText } from "./searched-text.ts"

/** What a caller wants to see of a list, with the cursor's record looked up. */
export interface Listing<R extends Document> {
  readonly queries: Queries
  /** The record that the cursor names; it need not be among those that are listed. */
  readonly cursor: R | undefined
  readonly search: Search<R> | undefined
}

export interface Search<R extends Document> {
  readonly term: SearchTerm
  readonly text: SearchedText<R>
}
