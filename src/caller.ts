import type { ApiKey } from "./project/api-key.ts"
import type { Session } from "./project/records/session.ts"
import type { User } from "./project/records/user.ts"

/** Nobody in particular. */
interface Guest {
  readonly role: "guests"
}

/** A user with a session or a JWT. */
export interface UserCaller {
  readonly role: "users"
  readonly user: User
  /** `null` for a JWT, which has none, and for those who act in another's name. */
  readonly session: Session | null
  /** Who acts in the user's name; `null`: the user does. */
  readonly impersonator: User | null
  /** When this request moved the user's `accessedAt` (which `user` does not show); `null` if it did not. */
  readonly accessed: number | null
}

/** A server with an API key. */
interface KeyCaller {
  readonly role: "applications"
  readonly key: ApiKey
}

/** Who sent a request. */
export type Caller = Guest | UserCaller | KeyCaller
