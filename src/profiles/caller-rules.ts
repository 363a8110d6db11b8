import type { UserCaller } from "../caller.ts"
import type { AppwriteError } from "../errors.ts"
import type { ApiKey } from "../project/api-key.ts"

/** What a request shows of its sender. */
export interface ShownCredentials {
  /** Secret of an API key, which is not empty. */
  readonly secret: string
  /** The project's key with this secret, which may have expired. */
  readonly key: ApiKey | undefined
  /** The user of the session or JWT that came along. */
  readonly user: UserCaller | undefined
  readonly projectHeader: string | null
  readonly projectId: string
}

/** How a version finds out who sent a request. */
export interface CallerRules {
  /** Why a request with a key is refused when it comes to the scopes; `undefined`: it is not. */
  keyRefusal(shown: ShownCredentials): AppwriteError | undefined
  /** How long after its end a JWT is good, in seconds. */
  readonly jwtLeeway: number
  /** Whether a JWT must name a session of its user. */
  readonly jwtNeedsSession: boolean
  /**
   * Who is meant by a JWT and a session that came together.
   * @param jwtUser `undefined`: the JWT is nobody's.
   * @throws AppwriteError `user_jwt_and_cookie_set`
   */
  ofBoth(jwtUser: UserCaller | undefined, sessionUser: UserCaller, hasKey: boolean): UserCaller | undefined
  /** When `accessedAt` of a user moves: as the request arrives, or as it was answered. */
  readonly accessedAt: "arrival" | "answer"
}
