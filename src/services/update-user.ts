import type { Call } from "../endpoint.ts"
import type { Database } from "../project/database.ts"
import type { User } from "../project/records/user.ts"
import type { Document } from "../store/document.ts"

/** What an update may change of a user. */
export type UserChanges = Partial<Omit<User, keyof Document>>

/** Appwrite 1.9: what belongs to a user document by a relation of the database. */
const SUB_DOCUMENTS = [
  "targets",
  "sessions",
  "tokens",
  "memberships",
  "authenticators",
  "challenges",
] as const satisfies readonly (keyof Database)[]

/**
 * Stores changes of a user. Appwrite 1.9: an update that changes nothing moves `$updatedAt` all the same, but only for
 * a user with at least one sub-document.
 * @throws DuplicateError for an email or phone that another user has.
 */
export function updateUser(
  { world, project }: Pick<Call, "world" | "project">,
  user: User,
  changes: UserChanges,
): User {
  const changed: User = { ...user, ...changes }
  if (!differs(user, changed) && !hasSubDocuments(project.database, user)) return user
  return project.database.users.replace({ ...changed, $updatedAt: world.clock.now() })
}

function differs(before: User, after: User): boolean {
  for (const key in after) {
    const name = key as keyof User
    if (!isSame(before[name], after[name])) return true
  }
  return false
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => item === b[index])
  }
  return a === b
}

function hasSubDocuments(database: Database, { $id }: User): boolean {
  return SUB_DOCUMENTS.some((name) => database[name].has("userId", $id))
}
