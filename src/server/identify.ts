import type { Caller, UserCaller } from "../caller.ts"
import { AppwriteError } from "../errors.ts"
import type { PhpArray } from "../php/value.ts"
import type { ShownCredentials } from "../profiles/caller-rules.ts"
import { findKey } from "../project/api-key.ts"
import type { Project } from "../project/project.ts"
import type { Session } from "../project/records/session.ts"
import type { User } from "../project/records/user.ts"
import type { JwtClaims } from "../services/jwt.ts"
import { hashSecret } from "../services/secrets.ts"
import { equalityKey } from "../store/collation.ts"
import type { World } from "../world.ts"
import { wantedUser } from "./impersonation.ts"
import type { SessionSecret } from "./session-secret.ts"

/** Who sent a request, as far as it can be told before anything is checked. */
export interface Identification {
  readonly caller: Caller
  /** The user whose session or JWT came along, also beside a key. */
  readonly user: UserCaller | undefined
  /** What the request will be refused with when it comes to the scopes. */
  readonly refusal: AppwriteError | undefined
}

const GUEST = { role: "guests" } as const

/** What a request shows of its sender. */
export interface Credentials {
  readonly headers: Headers
  /** The secret of an API key; `""` without one. */
  readonly key: string
  /** In query or body. */
  readonly sent: PhpArray
  readonly shown: SessionSecret | undefined
  /** Of its JWT, verified. */
  readonly claims: JwtClaims | undefined
}

/**
 * Finds out who sent a request.
 * @throws AppwriteError `user_jwt_and_cookie_set`, which comes before all other checks.
 */
export function identify(
  world: World,
  project: Project,
  { headers, key: secret, sent, shown, claims }: Credentials,
): Identification {
  const sessionUser = shown === undefined ? undefined : userOfSession(world, project, shown)
  const jwtUser = claims === undefined ? undefined : userOfJwt(project, claims)
  const key = findKey(project, secret)
  const { callers } = project.rules
  const shownUser =
    claims !== undefined && sessionUser !== undefined
      ? callers.ofBoth(jwtUser, sessionUser, key !== undefined)
      : (jwtUser ?? sessionUser)
  const user = impersonated(project, headers, sent, shownUser)
  const refusal =
    secret === "" ? undefined : keyRefusal(world, project, headers, { secret, key, user: shownUser })
  const caller: Caller = key !== undefined ? { role: "applications", key } : (user ?? GUEST)
  return { caller, user, refusal }
}

/** A key that has expired is refused by all versions; what else is, they say themselves. */
function keyRefusal(
  world: World,
  project: Project,
  headers: Headers,
  shown: Pick<ShownCredentials, "secret" | "key" | "user">,
): AppwriteError | undefined {
  const { secret, key, user } = shown
  // Named one by one: spreading and adding takes longer than all else that is done here.
  const refusal = project.rules.callers.keyRefusal({
    secret,
    key,
    user,
    projectHeader: headers.get("x-appwrite-project"),
    projectId: project.id,
  })
  const hasExpired = key !== undefined && key.expire !== null && key.expire < world.clock.now()
  return refusal ?? (hasExpired ? new AppwriteError("project_key_expired") : undefined)
}

function userOfSession(world: World, { database }: Project, shown: SessionSecret): UserCaller | undefined {
  const session = database.sessions.find("secret", hashSecret(shown.secret))
  if (session === undefined || session.expire < world.clock.now()) return undefined
  if (equalityKey(session.userId) !== equalityKey(shown.id)) return undefined
  const user = database.users.find("$id", session.userId)
  return user === undefined ? undefined : ownCaller(user, session)
}

function ownCaller(user: User, session: Session | null): UserCaller {
  return { role: "users", user, session, impersonator: null, accessed: null }
}

/**
 * Appwrite 1.9: a user who is an impersonator becomes whom they want to be; whoever does not exist changes nothing. The
 * session is sought among those of the user that the caller became.
 */
function impersonated(
  project: Project,
  headers: Headers,
  sent: PhpArray,
  caller: UserCaller | undefined,
): UserCaller | undefined {
  if (caller === undefined || !caller.user.impersonator) return caller
  const user = wantedUser(project, headers, sent)
  if (user === undefined) return caller
  const session = caller.session?.userId === user.$id ? caller.session : null
  return { ...caller, user, session, impersonator: caller.user }
}

function userOfJwt({ database, rules }: Project, { userId, sessionId }: JwtClaims): UserCaller | undefined {
  const user = database.users.find("$id", userId)
  if (user === undefined) return undefined
  if (sessionId !== "" || rules.callers.jwtNeedsSession) {
    const session = database.sessions.find("$id", sessionId)
    if (session?.userId !== user.$id) return undefined
  }
  return ownCaller(user, null)
}
