import { type Collection, type CollectionState, collection } from "../store/collection.ts"
import type { Document } from "../store/document.ts"
import type { Gathering } from "../store/gathering.ts"
import { undoLog } from "../store/transaction.ts"

/** A record with all kinds of indexes. */
export interface Item extends Document {
  readonly email: string | null
  readonly team: string | null
}

export type Items = Collection<Item, "email", "team">

export const newItems = (log = undoLog(), state?: CollectionState<Item>, gathering?: Gathering): Items =>
  collection<Item, "email", "team">(
    { unique: { email: ({ email }) => email }, shared: { team: ({ team }) => team } },
    log,
    state,
    gathering,
  )

export const item =
  ($id: string, email: string | null = null, team: string | null = null) =>
  ($sequence: number): Item => ({ $sequence, $id, $createdAt: 0, $updatedAt: 0, email, team })
