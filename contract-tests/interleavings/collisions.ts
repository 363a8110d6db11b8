import type { JsonValue } from "../../src/contract/json-value.ts"
import { type Call, earlier, userAgent } from "../../src/contract/lock-step/call.ts"
import type { Caller } from "../../src/contract/transcript.ts"

const tell =
  (person: string) =>
  (as: Caller, method: string, path: string, params: Readonly<Record<string, JsonValue>> = {}): Call => ({
    as,
    method,
    path,
    person,
    headers: { "user-agent": userAgent },
    params,
  })

const ann = tell("{run}a")
const ben = tell("{run}b")

const me = { userId: "{me}" }
const email = "{me}@example.com"
const password = "correct-horse-1"
const wanted = "{run}c@example.com"
const signUp = { ...me, email, phone: "{phone}{digit}", password, name: "Ann" }
const code = earlier("otp", 0, "")
const solve = (nth: number) =>
  ann("session", "PUT", "/account/mfa/challenges", {
    challengeId: earlier("challengeId", nth, ""),
    otp: code,
  })

/** What there is when requests begin to meet: two people with sessions, and of one all that can be used only once. */
export const before: readonly Call[] = [
  ann("key", "POST", "/users", signUp),
  ben("key", "POST", "/users", signUp),
  ann("key", "POST", "/users/:userId/sessions", me),
  ben("key", "POST", "/users/:userId/sessions", me),
  ann("key", "POST", "/account/recovery", { email, url: "http://localhost/reset" }),
  ann("key", "POST", "/users/:userId/tokens", me),
  ann("key", "PATCH", "/users/:userId/mfa/recovery-codes", me),
  ann("session", "POST", "/account/mfa/challenges", { factor: "recoveryCode" }),
  ann("session", "POST", "/account/mfa/challenges", { factor: "recoveryCode" }),
  ann("key", "POST", "/teams", { teamId: "{run}t", name: "Team" }),
]

/** Requests that get into each other's way. */
export const collisions: readonly Call[] = [
  ann("key", "POST", "/users", { userId: "{run}c", email: wanted, password }),
  ann("key", "POST", "/users", { userId: "{run}c", email: "{run}d@example.com" }),
  ann("key", "POST", "/users", { userId: "{run}d", email: wanted }),
  ann("guest", "POST", "/account", { userId: "{run}c", email: wanted, password }),
  ann("key", "PATCH", "/users/:userId/email", { ...me, email: wanted }),
  ben("session", "PATCH", "/account/email", { email: wanted, password }),
  ann("session", "PATCH", "/account/email", { email: wanted, password }),
  ann("key", "POST", "/teams/:teamId/memberships", { teamId: "{run}t", email: wanted, roles: [] }),
  ann("key", "POST", "/teams/:teamId/memberships", { teamId: "{run}t", ...me, roles: [] }),
  ann("key", "POST", "/account/tokens/email", { userId: "{run}c", email: wanted }),
  ann("key", "DELETE", "/users/:userId", me),
  ann("session", "DELETE", "/account"),
  ann("session", "PATCH", "/account/name", { name: "Zoe" }),
  ann("key", "PATCH", "/users/:userId/status", { ...me, status: false }),
  ann("guest", "POST", "/account/sessions/email", { email, password }),
  ann("key", "POST", "/users/:userId/sessions", me),
  ann("key", "DELETE", "/users/:userId/sessions", me),
  ann("session", "DELETE", "/account/sessions/:sessionId", { sessionId: "current" }),
  ann("guest", "POST", "/account/sessions/token", { ...me, secret: earlier("secret", 0, "") }),
  ann("guest", "PUT", "/account/recovery", {
    ...me,
    secret: earlier("secret", 1, ""),
    password: "correct-horse-2",
  }),
  ann("session", "PATCH", "/account/password", { password: "correct-horse-3", oldPassword: password }),
  ann("session", "PATCH", "/account/password", { password: "correct-horse-4", oldPassword: password }),
  ann("key", "PATCH", "/users/:userId/password", { ...me, password: "correct-horse-5" }),
  ann("session", "PATCH", "/account/phone", { phone: "{phone}2", password }),
  ann("session", "POST", "/account/mfa/authenticators/:type", { type: "totp" }),
  ann("session", "POST", "/account/jwts"),
  solve(0),
  solve(1),
]

/** What shows the state that is left. */
export const after: readonly Call[] = [
  ann("key", "GET", "/users"),
  ...[ann, ben].flatMap((who) => [
    who("key", "GET", "/users/:userId/sessions", me),
    who("key", "GET", "/users/:userId/memberships", me),
    who("key", "GET", "/users/:userId/logs", me),
  ]),
  ann("key", "GET", "/users/:userId/mfa/recovery-codes", me),
  ann("key", "GET", "/users/:userId/mfa/factors", me),
  ann("session", "GET", "/account"),
  solve(0),
  ann("guest", "POST", "/account/sessions/token", { ...me, secret: earlier("secret", 0, "") }),
  ...[1, 2, 3, 4, 5].map((number) =>
    ann("guest", "POST", "/account/sessions/email", { email, password: `correct-horse-${number}` }),
  ),
]
