import type { Caller, UserCaller } from "../caller.ts"
import { AppwriteError } from "../errors.ts"
import type { ApiKey } from "../project/api-key.ts"
import type { Project } from "../project/project.ts"
import { verifyJwt } from "../services/jwt.ts"
import { hashSecret } from "../services/secrets.ts"
import { equalityKey } from "../store/collation.ts"
import type { World } from "../world.ts"
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

/**
 * Finds out who sent a request.
 * @param shown the session that it shows.
 * @throws AppwriteError `user_jwt_invalid`, `user_jwt_and_cookie_set`, which come before all other checks.
 */
export async function identify(
  world: World,
  project: Project,
  headers: Headers,
  shown: SessionSecret | undefined,
): Promise<Identification> {
  const sessionUser = shown === undefined ? undefined : userOfSession(world, project, shown)
  const jwt = headers.get("x-appwrite-jwt") ?? ""
  const jwtUser = jwt === "" ? undefined : await userOfJwt(world, project, jwt)
  const secret = headers.get("x-appwrite-key") ?? ""
  const key = project.keys.get(secret)
  if (key === undefined && jwtUser !== undefined && sessionUser !== undefined) {
    throw new AppwriteError("user_jwt_and_cookie_set")
  }
  const user = jwtUser ?? sessionUser
  const refusal = secret === "" ? undefined : keyRefusal(world, project, headers, secret, key)
  const caller: Caller = key !== undefined ? { role: "applications", key } : (user ?? GUEST)
  return { caller, user, refusal }
}

/**
 * Appwrite 1.9: a key needs the project header, good or not; an expired one is refused, and so is an unknown one of the
 * standard type, which keys without a type are, too. Unknown keys of other types count as none.
 */
function keyRefusal(
  world: World,
  project: Project,
  headers: Headers,
  secret: string,
  key: ApiKey | undefined,
): AppwriteError | undefined {
  if (headers.get("x-appwrite-project") !== project.id) return new AppwriteError("project_id_missing")
  if (key !== undefined) {
    const isExpired = key.expire !== null && key.expire < world.clock.now()
    return isExpired ? new AppwriteError("project_key_expired") : undefined
  }
  const isStandard = !secret.includes("_") || secret.startsWith("standard_")
  return isStandard ? new AppwriteError("user_unauthorized") : undefined
}

function userOfSession(world: World, { database }: Project, shown: SessionSecret): UserCaller | undefined {
  const session = database.sessions.find("secret", hashSecret(shown.secret))
  if (session === undefined || session.expire < world.clock.now()) return undefined
  if (equalityKey(session.userId) !== equalityKey(shown.id)) return undefined
  const user = database.users.find("$id", session.userId)
  return user === undefined ? undefined : { role: "users", user, session }
}

async function userOfJwt(world: World, { database }: Project, jwt: string): Promise<UserCaller | undefined> {
  const { userId, sessionId } = await verifyJwt(world, jwt)
  const user = database.users.find("$id", userId)
  if (user === undefined) return undefined
  if (sessionId !== "") {
    const session = database.sessions.find("$id", sessionId)
    if (session?.userId !== user.$id) return undefined
  }
  return { role: "users", user, session: null }
}
