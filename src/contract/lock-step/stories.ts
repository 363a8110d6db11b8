import type { JsonValue } from "../json-value.ts"
import type { Caller } from "../transcript.ts"
import { type Call, earlier } from "./call.ts"

type Told = Omit<Call, "person" | "headers">

const tell = (
  as: Caller,
  method: string,
  path: string,
  params: Readonly<Record<string, JsonValue>> = {},
): Told => ({
  as,
  method,
  path,
  params,
})

const me = { userId: "{me}" }
const email = "{me}@example.com"
const password = "correct-horse-1"

const signUp = tell("key", "POST", "/users", {
  ...me,
  email,
  phone: "{phone}{digit}",
  password,
  name: "Ann Example",
})
const newSession = tell("key", "POST", "/users/:userId/sessions", me)
const logIn = tell("key", "POST", "/account/sessions/email", { email, password })
const account = tell("session", "GET", "/account")
const useToken = tell("key", "POST", "/account/sessions/token", {
  ...me,
  secret: earlier("secret", 0, "nosecret"),
})
const challenge = (factor: string) => tell("session", "POST", "/account/mfa/challenges", { factor })
const otp = earlier("otp", 0, "000000")
const solve = tell("session", "PUT", "/account/mfa/challenges", {
  challengeId: earlier("challengeId", 0, "none"),
  otp,
})
const status = (value: boolean) => tell("key", "PATCH", "/users/:userId/status", { ...me, status: value })
const addMember = tell("key", "POST", "/teams/:teamId/memberships", { teamId: "{me}", ...me, roles: ["dev"] })

/**
 * Calls that lead somewhere only one after the other, which chance alone would hardly ever find. All are about one
 * person; where others come between them, or some are left out, they are walks like any other.
 */
export const stories: readonly (readonly Told[])[] = [
  [signUp, logIn],
  [newSession, account],
  [tell("key", "POST", "/users/:userId/tokens", me), useToken, useToken],
  [
    newSession,
    tell("key", "PATCH", "/users/:userId/mfa/recovery-codes", me),
    challenge("recoveryCode"),
    solve,
    challenge("recoveryCode"),
    solve,
    tell("session", "GET", "/account/mfa/recovery-codes"),
  ],
  [
    newSession,
    tell("session", "POST", "/account/mfa/authenticators/:type", { type: "totp" }),
    tell("session", "PUT", "/account/mfa/authenticators/:type", { type: "totp", otp }),
    tell("session", "PATCH", "/account/mfa", { mfa: true }),
    newSession,
    account,
    challenge("totp"),
    solve,
    account,
    tell("session", "DELETE", "/account/mfa/authenticators/:type", { type: "totp" }),
  ],
  [tell("key", "POST", "/users/:userId/jwts", me), tell("jwt", "GET", "/account")],
  [logIn, tell("session", "POST", "/account/jwts"), tell("jwt", "GET", "/account/sessions")],
  [newSession, status(false), account, logIn, status(true), account],
  [tell("key", "DELETE", "/users/:userId", me), signUp, tell("key", "GET", "/users/:userId", me)],
  [
    logIn,
    newSession,
    tell("session", "PATCH", "/account/password", { password: "correct-horse-2", oldPassword: password }),
    tell("key", "GET", "/users/:userId/sessions", me),
  ],
  [
    tell("key", "POST", "/teams", { teamId: "{me}", name: "Team" }),
    addMember,
    addMember,
    tell("key", "GET", "/users/:userId/memberships", me),
    tell("key", "GET", "/teams/:teamId", { teamId: "{me}" }),
  ],
  [
    newSession,
    tell("session", "POST", "/account/recovery", { email, url: "http://localhost/reset" }),
    tell("session", "PATCH", "/account/name", { name: "Ben" }),
    tell("session", "GET", "/account/logs"),
  ],
]

/** With which every walk begins, for each of its people. */
export const opening: readonly Told[] = [signUp, newSession]
