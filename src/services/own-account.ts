import type { UserCaller } from "../caller.ts"
import type { Call } from "../endpoint.ts"
import { serverFault } from "../errors.ts"
import type { AccountAnswer } from "../models/account.ts"
import { formatDatabaseDate } from "../models/members.ts"
import type { Session } from "../project/records/session.ts"
import type { User } from "../project/records/user.ts"
import { loadUser } from "./load-user.ts"
import { userAnswer } from "./user-answer.ts"

/** The caller of a route that asks for the scope `account`, which only users have. */
export function accountCaller({ caller }: Pick<Call, "caller">): UserCaller {
  if (caller.role !== "users") throw new Error(`The account of ${caller.role} was asked for`)
  return caller
}

/** The caller's user as it is now. */
export function ownUser(call: Pick<Call, "caller" | "project">): User {
  return loadUser(call.project, accountCaller(call).user.$id)
}

/**
 * The caller's session as it was when the request came. Appwrite 1.9: routes that work on it fail for a JWT, and for
 * those who act in another's name, before they have done anything.
 * @throws AppwriteError `general_unknown`
 */
export function ownSession(call: Pick<Call, "caller">): Session {
  const { session } = accountCaller(call)
  if (session === null) throw serverFault("the request has no session")
  return session
}

/**
 * The caller's account as it was when the request came. Appwrite 1.9 shows an `accessedAt` that the request itself has
 * moved as its database holds it, and the `$updatedAt` from before.
 */
export function accountAsLoaded(call: Pick<Call, "caller" | "project">): AccountAnswer {
  const { user, impersonator, accessed } = accountCaller(call)
  return {
    ...userAnswer(call.project, user),
    accessedAt: accessed === null ? user.accessedAt : formatDatabaseDate(accessed),
    impersonatorUserId: impersonator?.$id ?? null,
  }
}
