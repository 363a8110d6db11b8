import type { JsonObject } from "../contract/json-value.ts"
import type { SeedUser } from "../seed/seed-shape.ts"
import { creation } from "./creation.ts"
import { jsonOf, type PlannedRequest } from "./planned-request.ts"

/** How a user of a seed is carried over. */
export interface UserPlan {
  readonly user: SeedUser
  readonly creation: PlannedRequest
  /** What follows once the user is there, in this order. */
  readonly further: readonly PlannedRequest[]
  /** What can't be carried over, for people. */
  readonly lost: readonly string[]
}

const USER = "/users/:userId"

/** Plans how to carry a user over with what Appwrite 1.9 offers to API keys. */
export function planUser(user: SeedUser): UserPlan {
  const { request, lost } = creation(user)
  return { user, creation: request, further: [...furtherOf(user, request)], lost: [...lost, ...lostOf(user)] }
}

function* furtherOf(user: SeedUser, created: PlannedRequest): Generator<PlannedRequest> {
  const set = (what: string, path: string, body: JsonObject, method: "PATCH" | "PUT" = "PATCH") =>
    ({ what, method, path: `${USER}/${path}`, body }) as const
  if (user.phone !== undefined && !("phone" in created.body)) {
    yield set("phone", "phone", { number: user.phone })
  }
  if (user.emailVerification) {
    yield set("email verification", "verification", { emailVerification: true })
  }
  if (user.phoneVerification) {
    yield set("phone verification", "verification/phone", { phoneVerification: true })
  }
  if (user.labels !== undefined && user.labels.length > 0) {
    yield set("labels", "labels", { labels: [...user.labels] }, "PUT")
  }
  if (user.prefs !== undefined) yield set("prefs", "prefs", { prefs: jsonOf(user.prefs) })
  if (user.mfa) yield set("mfa", "mfa", { mfa: true })
  if (user.impersonator) yield set("impersonator", "impersonator", { impersonator: true })
  yield* targetsOf(user)
  yield* membershipsOf(user)
  if (user.status === false) yield set("status", "status", { status: false })
}

function* targetsOf({ targets = [], email, phone }: SeedUser): Generator<PlannedRequest> {
  const own = [email?.toLowerCase(), phone]
  for (const { $id = "unique()", providerType, identifier, name, providerId } of targets) {
    if (own.includes(identifier)) continue
    const body = { targetId: $id, providerType, identifier, name, providerId }
    yield { what: `target ${identifier}`, method: "POST", path: `${USER}/targets`, body: jsonOf(body) }
  }
}

function* membershipsOf({ memberships = [] }: SeedUser): Generator<PlannedRequest> {
  for (const { teamId, roles = [], confirm } of memberships) {
    if (confirm === false) continue
    const path = `/teams/${encodeURIComponent(teamId)}/memberships`
    yield {
      what: `membership in ${teamId}`,
      method: "POST",
      path,
      body: { userId: ":userId", roles: [...roles] },
    }
  }
}

const DATES = ["$createdAt", "$updatedAt", "registration", "accessedAt", "passwordUpdate"] as const

function lostOf(user: SeedUser): readonly string[] {
  const isThere = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0
  const lost: readonly (readonly [what: string, isLost: boolean])[] = [
    ["dates", DATES.some((name) => user[name] !== undefined)],
    ["sessions", isThere(user.sessions)],
    ["identities", isThere(user.identities)],
    ["authenticators", user.totp !== undefined],
    ["recovery codes", isThere(user.recoveryCodes)],
    ["logs", isThere(user.logs)],
    ["open invitations", (user.memberships ?? []).some(({ confirm }) => confirm === false)],
    ["marks of expired targets", (user.targets ?? []).some(({ expired }) => expired === true)],
  ]
  return lost.flatMap(([what, isLost]) => (isLost ? [what] : []))
}
