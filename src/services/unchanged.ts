import { Outdated } from "../outdated.ts"
import type { User } from "../project/records/user.ts"

/**
 * A user whom an action has checked before it waited, for a hash say.
 * @param found as the user was then.
 * @param now as the user is, if there is one still.
 * @throws Outdated when another request has changed or deleted the user.
 */
export function unchanged(found: User, now: User | undefined): User {
  if (now !== found) throw new Outdated()
  return now
}
