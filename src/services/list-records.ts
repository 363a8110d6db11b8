import type { Call } from "../endpoint.ts"
import { AppwriteError, serverFault } from "../errors.ts"
import { isEmpty } from "../php/empty.ts"
import { refusalByDatabase } from "../queries/check-database.ts"
import type { Search } from "../queries/listing.ts"
import type { Queries } from "../queries/query.ts"
import type { RecordSource } from "../queries/record-source.ts"
import { type ListedRecords, runQueries } from "../queries/run-queries.ts"
import type { Document } from "../store/document.ts"

/** Appwrite 1.9: matches are counted up to this number. */
const MOST_COUNTED = 5000

/** What is listed, and how it is asked for. */
export interface List<R extends Document> {
  readonly source: RecordSource<R>
  readonly queries: Queries
  readonly search?: Search<R> | undefined
  /** Whether the matches are counted. */
  readonly total: boolean
  /** What the message calls the record of a cursor that is not found: not always what it is. */
  readonly cursorName: string
  /** Finds the record of a cursor; it need not be among those that are listed. */
  readonly findCursor: (id: string) => R | undefined
  /**
   * Whether the client is told why the database refuses a query. Appwrite 1.9: only `GET /users` does, all other lists
   * fail. Of a cursor that the order can't place all lists tell.
   */
  readonly tellsRefusals: boolean
}

/**
 * A page of records and the number of all that match.
 * @throws AppwriteError `general_cursor_not_found`; `general_query_invalid`, `database_query_order_null` or
 * `general_unknown` for what the parameter check lets pass and the database does not.
 */
export function listRecords<R extends Document>(
  { world, project: { rules } }: Pick<Call, "world" | "project">,
  list: List<R>,
): ListedRecords<R> {
  const { queries, search } = list
  const cursor = queries.cursor === undefined ? undefined : list.findCursor(queries.cursor.id)
  if (queries.cursor !== undefined && cursor === undefined) {
    throw new AppwriteError(
      "general_cursor_not_found",
      `${list.cursorName} '${queries.cursor.id}' for the 'cursor' value not found.`,
    )
  }
  const listing = { queries, cursor, search }
  const refusal = refusalByDatabase(listing, rules.queries)
  if (refusal?.kind === "fault") throw serverFault(refusal.reason)
  if (refusal?.kind === "invalid") {
    if (!list.tellsRefusals && !rules.queries.tellsRefusals)
      throw serverFault(`the database refuses: ${refusal.message}`)
    throw new AppwriteError("general_query_invalid", refusal.message)
  }
  if (refusal?.kind === "orderNull") {
    throw new AppwriteError(
      "database_query_order_null",
      `The order attribute '${refusal.attribute}' had a null value. Cursor pagination requires all documents order attribute values are non-null.`,
    )
  }
  const countUpTo = list.total ? MOST_COUNTED : 0
  return runQueries(list.source, listing, {
    countUpTo,
    randomness: world.randomness,
    dialect: rules.queries,
  })
}

/** Appwrite 1.9: a `search` of `"0"` is as good as none: PHP takes it for empty. */
export function isSearch(text: string): boolean {
  return !isEmpty(text)
}
