import type { Database } from "../project/database.ts"

/*
 * Appwrite keeps a copy of each user with all that belongs to it, and makes a new one when something of it changes.
 * Version 1.5 forgets to do so in a few places: what is new there is in the database, but not in the copy that lists
 * are read from.
 */

/** Whether the copy of its user has a record. */
export function isInCopy({ unseen }: { readonly unseen?: true }): boolean {
  return unseen === undefined
}

/** Makes a new copy of a user, which has all that there is. */
export function renewCopy({ sessions, memberships }: Database, userId: string): void {
  for (const { unseen, ...session } of sessions.all("userId", userId)) {
    if (unseen) sessions.replace(session)
  }
  for (const { unseen, ...membership } of memberships.all("userId", userId)) {
    if (unseen) memberships.replace(membership)
  }
}
