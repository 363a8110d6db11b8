import type { Caller, UserCaller } from "../caller.ts"
import type { Endpoint } from "../endpoint.ts"
import { AppwriteError, serverFault } from "../errors.ts"
import { keyEmail } from "../project/api-key.ts"
import type { Project } from "../project/project.ts"
import type { Session } from "../project/records/session.ts"
import type { User } from "../project/records/user.ts"
import type { AuthMethod } from "../project/settings.ts"
import { guestScopes, keyScopes, userScopes } from "../scopes.ts"
import { noteArrival } from "../services/access.ts"
import { totpOf } from "../services/mfa.ts"
import type { World } from "../world.ts"
import type { Identification } from "./identify.ts"

const CHALLENGE_IS_RECENT = 30 * 60_000

type Route = Pick<Endpoint, "scopes" | "groups">

/**
 * May the caller use this route? Appwrite 1.9: the checks, in this order; `accessedAt` moves also for callers whom a
 * later one refuses.
 * @returns the caller, as it is known now.
 * @throws AppwriteError
 */
export function authorize(
  world: World,
  project: Project,
  { caller: identified, refusal }: Identification,
  route: Route,
  hostname: string,
): Caller {
  if (refusal !== undefined) throw refusal
  const caller =
    identified.role === "users" && project.rules.callers.accessedAt === "arrival"
      ? noteArrival({ world, project }, identified)
      : identified
  checkScopes(project, caller, route, keyEmail(project.id, hostname))
  if (caller.role === "users") {
    if (!caller.user.status) throw new AppwriteError("user_blocked")
    if (!route.groups?.includes("mfa")) checkFactors(project, caller.user, caller.session)
  }
  return caller
}

/**
 * The checks of the route's groups. Appwrite 1.9: they come after the rate limit.
 * @param seen the user whose session or JWT came along, also beside a key.
 * @throws AppwriteError
 */
export function checkGroups(
  world: World,
  project: Project,
  caller: Caller,
  seen: UserCaller | undefined,
  route: Pick<Endpoint, "groups" | "authMethod">,
): void {
  if (route.authMethod !== undefined && caller.role !== "applications") {
    checkAuthMethod(project, route.authMethod)
  }
  if (route.groups?.includes("session") && seen !== undefined) {
    throw new AppwriteError("user_session_already_exists")
  }
  if (route.groups?.includes("mfaProtected")) checkChallenge(world, caller)
}

/** What the real server calls the ways to log in when it refuses them. */
const AUTH_METHOD_NAMES: Readonly<Record<AuthMethod, string>> = {
  emailPassword: "Email / Password",
  usersAuthMagicURL: "Magic URL",
  emailOtp: "Email OTP",
  anonymous: "Anonymous",
  invites: "Invites",
  JWT: "JWT",
  phone: "Phone",
}

function checkAuthMethod({ settings }: Project, method: AuthMethod): void {
  if (settings.authMethods[method]) return
  throw new AppwriteError(
    "user_auth_method_unsupported",
    `${AUTH_METHOD_NAMES[method]} authentication is disabled for this project`,
  )
}

function mayDo(caller: Caller, scope: string): boolean {
  if (caller.role === "guests") return guestScopes.has(scope)
  if (caller.role === "applications") {
    const { scopes } = caller.key
    if (keyScopes.has(scope)) return true
    // Keys are given the scopes of servers only: what belongs to a client's own account is never among them.
    return scopes === "all" ? scope !== "account" && scope !== "public" : scopes.has(scope)
  }
  return userScopes.has(scope) || (scope === "users.read" && caller.user.impersonator)
}

function checkScopes({ rules }: Project, caller: Caller, { scopes }: Route, keyEmail: string): void {
  if (scopes.some((scope) => mayDo(caller, scope))) return
  const email = caller.role === "applications" ? keyEmail : caller.role === "users" ? caller.user.email : null
  throw new AppwriteError(
    "general_unauthorized_scope",
    `${email || "User"} (role: ${caller.role}) ${rules.http.missingScopes(scopes)}`,
  )
}

/**
 * Appwrite 1.9: a second factor is asked for once the user wants it and has one verified; for email and phone the flag
 * alone counts, whether there is an address or not. Without a session (JWT, impersonation) nothing is asked.
 */
function checkFactors(project: Project, user: User, session: Session | null): void {
  if (session === null || !user.mfa || session.factors.length >= 2) return
  const hasMore = user.emailVerification || user.phoneVerification || totpOf(project, user)?.verified
  if (hasMore) throw new AppwriteError("user_more_factors_required")
}

function checkChallenge(world: World, caller: Caller): void {
  if (caller.role !== "users") return
  if (caller.session === null) throw serverFault("the request has no session to look at")
  const { mfaUpdatedAt } = caller.session
  if (mfaUpdatedAt === null || world.clock.now() - mfaUpdatedAt > CHALLENGE_IS_RECENT) {
    throw new AppwriteError("user_challenge_required")
  }
}
