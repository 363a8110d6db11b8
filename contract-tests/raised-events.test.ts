import { setImmediate } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { recordScenario } from "../src/contract/record/record.ts"
import { ownScenarios } from "../src/contract/scenarios/own-scenarios.ts"
import { createEmulator } from "../src/emulator.ts"
import { services } from "../src/services/services.ts"

/**
 * Appwrite 1.9.6: what each write raises, with a star for each ID. Written from its routes' event labels, apart from the
 * declarations here; `users.*.create` is raised by the database for every new user, whichever route makes it.
 */
const RAISED: Readonly<Record<string, string>> = {
  "POST /account": "users.*.create",
  "PATCH /account/email": "users.*.update.email",
  "DELETE /account/identities/:identityId": "users.*.identities.*.delete",
  "PATCH /account/mfa": "users.*.update.mfa",
  "POST /account/mfa/authenticators/:type": "users.*.update.mfa",
  "PUT /account/mfa/authenticators/:type": "users.*.update.mfa",
  "DELETE /account/mfa/authenticators/:type": "users.*.delete.mfa",
  "POST /account/mfa/challenges": "users.*.challenges.*.create",
  "PUT /account/mfa/challenges": "users.*.sessions.*.create",
  "POST /account/mfa/recovery-codes": "users.*.update.mfa",
  "PATCH /account/mfa/recovery-codes": "users.*.update.mfa",
  "PATCH /account/name": "users.*.update.name",
  "PATCH /account/password": "users.*.update.password",
  "PATCH /account/phone": "users.*.update.phone",
  "PATCH /account/prefs": "users.*.update.prefs",
  "POST /account/recovery": "users.*.recovery.*.create",
  "PUT /account/recovery": "users.*.recovery.*.update",
  "DELETE /account/sessions": "users.*.sessions.*.delete",
  "PATCH /account/sessions/:sessionId": "users.*.sessions.*.update",
  "DELETE /account/sessions/:sessionId": "users.*.sessions.*.delete",
  "POST /account/sessions/anonymous": "users.*.create, users.*.sessions.*.create",
  "POST /account/sessions/email": "users.*.sessions.*.create",
  "PUT /account/sessions/magic-url": "users.*.sessions.*.create",
  "PUT /account/sessions/phone": "users.*.sessions.*.create",
  "POST /account/sessions/token": "users.*.sessions.*.create",
  "PATCH /account/status": "users.*.update.status",
  "POST /account/targets/push": "users.*.targets.*.create",
  "PUT /account/targets/:targetId/push": "users.*.targets.*.update",
  "DELETE /account/targets/:targetId/push": "users.*.targets.*.delete",
  "POST /account/verifications/email": "users.*.verification.*.create",
  "PUT /account/verifications/email": "users.*.verification.*.update",
  "POST /account/verifications/phone": "users.*.verification.*.create",
  "PUT /account/verifications/phone": "users.*.verification.*.update",
  "POST /messaging/providers/apns": "providers.*.create",
  "POST /messaging/providers/fcm": "providers.*.create",
  "POST /messaging/providers/mailgun": "providers.*.create",
  "POST /messaging/providers/msg91": "providers.*.create",
  "POST /messaging/providers/resend": "providers.*.create",
  "POST /messaging/providers/sendgrid": "providers.*.create",
  "POST /messaging/providers/ses": "providers.*.create",
  "POST /messaging/providers/smtp": "providers.*.create",
  "POST /messaging/providers/telesign": "providers.*.create",
  "POST /messaging/providers/textmagic": "providers.*.create",
  "POST /messaging/providers/twilio": "providers.*.create",
  "POST /messaging/providers/vonage": "providers.*.create",
  "DELETE /messaging/providers/:providerId": "providers.*.delete",
  "PATCH /project/auth-methods/:methodId": "authMethod.*.update",
  "POST /project/keys": "keys.*.create",
  "PUT /project/keys/:keyId": "keys.*.update",
  "DELETE /project/keys/:keyId": "keys.*.delete",
  "POST /project/mock-phones": "mock-phones.*.create",
  "PUT /project/mock-phones/:number": "mock-phones.*.update",
  "DELETE /project/mock-phones/:number": "mock-phones.*.delete",
  "PATCH /project/policies/membership-privacy": "projects.*.policies.*.update",
  "PATCH /project/policies/password-dictionary": "projects.*.policies.*.update",
  "PATCH /project/policies/password-history": "projects.*.policies.*.update",
  "PATCH /project/policies/password-personal-data": "projects.*.policies.*.update",
  "PATCH /project/policies/password-strength": "projects.*.policies.*.update",
  "PATCH /project/policies/session-alert": "projects.*.policies.*.update",
  "PATCH /project/policies/session-duration": "projects.*.policies.*.update",
  "PATCH /project/policies/session-invalidation": "projects.*.policies.*.update",
  "PATCH /project/policies/session-limit": "projects.*.policies.*.update",
  "PATCH /project/policies/user-limit": "projects.*.policies.*.update",
  "POST /teams": "teams.*.create",
  "PUT /teams/:teamId": "teams.*.update",
  "DELETE /teams/:teamId": "teams.*.delete",
  "POST /teams/:teamId/memberships": "teams.*.memberships.*.create",
  "PATCH /teams/:teamId/memberships/:membershipId": "teams.*.memberships.*.update",
  "DELETE /teams/:teamId/memberships/:membershipId": "teams.*.memberships.*.delete",
  "PATCH /teams/:teamId/memberships/:membershipId/status": "teams.*.memberships.*.update.status",
  "PUT /teams/:teamId/prefs": "teams.*.update.prefs",
  "POST /users": "users.*.create",
  "POST /users/argon2": "users.*.create",
  "POST /users/bcrypt": "users.*.create",
  "POST /users/md5": "users.*.create",
  "POST /users/phpass": "users.*.create",
  "POST /users/scrypt": "users.*.create",
  "POST /users/scrypt-modified": "users.*.create",
  "POST /users/sha": "users.*.create",
  "DELETE /users/:userId": "users.*.delete",
  "PATCH /users/:userId/email": "users.*.update.email",
  "PATCH /users/:userId/impersonator": "users.*.update.impersonator",
  "PUT /users/:userId/labels": "users.*.update.labels",
  "PATCH /users/:userId/mfa": "users.*.update.mfa",
  "DELETE /users/:userId/mfa/authenticators/:type": "users.*.delete.mfa",
  // Names have an action and an attribute: what is behind them in the declaration is dropped.
  "PATCH /users/:userId/mfa/recovery-codes": "users.*.create",
  "PUT /users/:userId/mfa/recovery-codes": "users.*.update",
  "PATCH /users/:userId/name": "users.*.update.name",
  "PATCH /users/:userId/password": "users.*.update.password",
  "PATCH /users/:userId/phone": "users.*.update.phone",
  "PATCH /users/:userId/prefs": "users.*.update.prefs",
  "POST /users/:userId/sessions": "users.*.sessions.*.create",
  "DELETE /users/:userId/sessions": "users.*.sessions.delete",
  "DELETE /users/:userId/sessions/:sessionId": "users.*.sessions.*.delete",
  "PATCH /users/:userId/status": "users.*.update.status",
  "POST /users/:userId/targets": "users.*.targets.*.create",
  "PATCH /users/:userId/targets/:targetId": "users.*.targets.*.update",
  "DELETE /users/:userId/targets/:targetId": "users.*.targets.*.delete",
  "POST /users/:userId/tokens": "users.*.tokens.*.create",
  "PATCH /users/:userId/verification": "users.*.update.verification",
  "PATCH /users/:userId/verification/phone": "users.*.update.verification",
  "DELETE /users/identities/:identityId": "users.*.identities.*.delete",
}

/** These raise nothing, as their routes have no event label. */
const SILENT: readonly string[] = [
  "DELETE /account",
  "POST /account/jwts",
  "POST /account/tokens/email",
  "POST /account/tokens/magic-url",
  "POST /account/tokens/phone",
  "POST /users/:userId/jwts",
]

const emulator = await createEmulator()
afterAll(() => emulator.close())

/** What each write raised that was done, call by call: the names in which stars stand for all IDs. */
const raised = new Map<string, Set<string>>()
const heard: (readonly string[])[] = []
emulator.events.on("*", ({ name, names }) => {
  heard.push(names.filter((one) => one.split(".").length === name.split(".").length && one.includes("*")))
})

async function fetch(request: Request): Promise<Response> {
  const response = await emulator.fetch(request)
  // Listeners are told soon after the action.
  await setImmediate()
  const { method, route, status } = emulator.log.list().at(-1) ?? {}
  const names = heard.splice(0).map(generalOf).join(", ")
  if (method === "GET" || status === undefined || status >= 300) return response
  const declared = `${method} ${route?.replace(/^\/v1/, "")}`
  raised.set(declared, (raised.get(declared) ?? new Set()).add(names))
  return response
}

const starsIn = (name: string) => name.split("*").length

/** The name with the most stars: the one in which every ID is one. */
const generalOf = (names: readonly string[]) =>
  names.toSorted((one, other) => starsIn(other) - starsIn(one))[0] ?? "none without IDs"

const URL = "http://localhost/"
const KEY = { "x-appwrite-key": "emulator" }
const as = (secret = "") => ({ "x-appwrite-session": secret })

async function call(
  method: string,
  path: string,
  body: object | undefined,
  headers: Readonly<Record<string, string>>,
) {
  const own = { "x-appwrite-project": "emulator", "content-type": "application/json", ...headers }
  const request = { method, headers: own, ...(body && { body: JSON.stringify(body) }) }
  const response = await fetch(new Request(`http://localhost/v1${path}`, request))
  expect(response.status, `${method} ${path}`).toBeLessThan(300)
  const text = await response.text()
  return text === "" ? {} : JSON.parse(text)
}

const lastSecret = () => emulator.outbox.list().at(-1)?.secret ?? ""

/** What no scenario can do on a real server: it takes codes that were mailed, and accounts elsewhere. */
async function callWhatScenariosCannot(): Promise<void> {
  const identity = (providerUid: string) => ({ provider: "github" as const, providerUid })
  const { users } = await emulator.seed({
    users: [
      {
        $id: "ann",
        email: "ann@acme.com",
        phone: "+4930123456",
        identities: [identity("1"), identity("2")],
        sessions: [{}],
      },
      { $id: "bea", email: "bea@acme.com" },
    ],
  })
  const ann = as(users[0]?.sessions[0]?.secret)
  const { identities } = await call("GET", "/account/identities", undefined, ann)
  await call("DELETE", `/account/identities/${identities[0].$id}`, {}, ann)
  await call("DELETE", `/users/identities/${identities[1].$id}`, {}, KEY)
  await call("POST", "/account/verifications/email", { url: URL }, ann)
  await call("PUT", "/account/verifications/email", { userId: "ann", secret: lastSecret() }, {})
  await call("POST", "/account/verifications/phone", {}, ann)
  await call("PUT", "/account/verifications/phone", { userId: "ann", secret: lastSecret() }, ann)
  await call("POST", "/account/recovery", { email: "ann@acme.com", url: URL }, {})
  const password = "correct horse"
  await call("PUT", "/account/recovery", { userId: "ann", secret: lastSecret(), password }, {})
  await call("POST", "/account/tokens/magic-url", { userId: "ann", email: "ann@acme.com" }, {})
  await call("PUT", "/account/sessions/magic-url", { userId: "ann", secret: lastSecret() }, {})
  await call("POST", "/account/tokens/phone", { userId: "ann", phone: "+4930123456" }, {})
  await call("PUT", "/account/sessions/phone", { userId: "ann", secret: lastSecret() }, {})
  const owner = await call("POST", "/users/ann/sessions", {}, KEY)
  const team = await call("POST", "/teams", { teamId: "own", name: "Own" }, as(owner.secret))
  const invitation = { email: "bea@acme.com", roles: [], url: URL }
  const invited = await call("POST", `/teams/${team.$id}/memberships`, invitation, as(owner.secret))
  const path = `/teams/${team.$id}/memberships/${invited.$id}/status`
  await call("PATCH", path, { userId: invited.userId, secret: lastSecret() }, {})
  await call("DELETE", "/account", {}, as(owner.secret))
}

beforeAll(async () => {
  const target = { baseUrl: "http://localhost/v1", project: "emulator", key: "emulator", fetch }
  for (const scenario of ownScenarios) await recordScenario(scenario, target)
  await callWhatScenariosCannot()
}, 120_000)

test("no write is left out", async () => {
  const endpoints = (await Promise.all(services.map(({ load }) => load()))).flat()
  const writes = endpoints.filter(({ method }) => method !== "GET")
  const routes = writes.map(({ method, path }) => `${method} ${path}`)
  expect(routes.toSorted()).toEqual([...Object.keys(RAISED), ...SILENT].toSorted())
})

const namesOf = (route: string) => [...(raised.get(route) ?? ["it was never done"])]

test.each(Object.entries(RAISED))("%s raises %j", (route, names) => {
  expect(namesOf(route)).toEqual([names])
})

test.each(SILENT)("%s raises nothing", (route) => {
  expect(namesOf(route)).toEqual([""])
})
