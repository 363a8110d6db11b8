import { TOTP } from "otpauth"
import { describe, expect, it } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT, type Seed } from "../emulator.ts"
import { PASSWORD, teamFactory, userFactory } from "../testkit/factories.ts"

/** An emulator that starts with a seed, and those who call it. */
async function seeded(seed: Seed) {
  const emulator = await createEmulator({ seed })
  const caller =
    (credentials: Record<string, string>) => async (method: string, path: string, body?: object) => {
      const response = await emulator.fetch(
        new Request(`http://localhost/v1${path}`, {
          method,
          headers: {
            "content-type": "application/json",
            "x-appwrite-project": DEFAULT_PROJECT,
            ...credentials,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      )
      return { status: response.status, body: JSON.parse((await response.text()) || "null") }
    }
  const secretOf = (user: number) => emulator.planted.users[user]?.sessions[0]?.secret ?? ""
  return {
    emulator,
    key: caller({ "x-appwrite-key": DEFAULT_API_KEY }),
    guest: caller({}),
    withKey: (secret: string) => caller({ "x-appwrite-key": secret }),
    /** Calls with the first session of a user. */
    user: (user = 0) => caller({ "x-appwrite-session": secretOf(user) }),
  }
}

const users = userFactory

describe("a password of a seed logs in", () => {
  const imported = ["argon2", "bcrypt", "md5", "phpass", "scrypt", "sha"] as const

  it.each([
    ["plain", users.withPassword(), "argon2"],
    ["Firebase's", users.importedFromFirebase(), "scryptMod"],
    ...imported.map((hash) => [hash, users.importedFrom(hash), hash] as const),
  ] as const)("%s", async (_, factory, hash) => {
    const user = factory.build()
    const { key, guest } = await seeded({ users: [user] })
    expect((await key("GET", `/users/${user.$id}`)).body).toMatchObject({ hash, email: user.email })
    const login = (password: string) =>
      guest("POST", "/account/sessions/email", { email: user.email, password })
    expect((await login(`${PASSWORD}!`)).status).toBe(401)
    expect((await login(PASSWORD)).status).toBe(201)
  })

  it("but not for a blocked user", async () => {
    const user = users.blocked().withPassword().build()
    const { guest } = await seeded({ users: [user] })
    const login = await guest("POST", "/account/sessions/email", { email: user.email, password: PASSWORD })
    expect(login).toMatchObject({ status: 403, body: { type: "user_blocked" } })
  })
})

describe("a second factor of a seed", () => {
  it("is asked for, and proven by the code of the authenticator app", async () => {
    const { emulator, user } = await seeded({ users: [users.withTotp().withSession().build()] })
    expect((await user()("GET", "/account")).body.type).toBe("user_more_factors_required")
    const challenge = await user()("POST", "/account/mfa/challenges", { factor: "totp" })
    const secret = emulator.planted.users[0]?.totpSecret ?? ""
    const otp = new TOTP({ secret }).generate({ timestamp: emulator.clock.now() })
    const challengeId = challenge.body.$id
    expect((await user()("PUT", "/account/mfa/challenges", { challengeId, otp })).status).toBe(200)
    expect((await user()("GET", "/account")).status).toBe(200)
  })

  it("is proven by a recovery code, once", async () => {
    const built = users.withTotp().withRecoveryCodes().withSession().build()
    const { user } = await seeded({ users: [built] })
    const solve = async () => {
      const challenge = await user()("POST", "/account/mfa/challenges", { factor: "recoveryCode" })
      const otp = built.recoveryCodes?.[0]
      return user()("PUT", "/account/mfa/challenges", { challengeId: challenge.body.$id, otp })
    }
    expect((await solve()).status).toBe(200)
    expect((await solve()).body.type).toBe("user_invalid_token")
  })
})

it("a session of a seed is good for the account, until it expires", async () => {
  const session = { secret: "known", factors: ["password"] as const, provider: "email", ip: "192.0.2.1" }
  const { emulator, user } = await seeded({ users: [users.withSession(session).build({ name: "Ada" })] })
  expect((await user()("GET", "/account")).body.name).toBe("Ada")
  const [listed] = (await user()("GET", "/account/sessions")).body.sessions
  expect(listed).toMatchObject({ provider: "email", factors: ["password"], ip: "192.0.2.1", current: true })
  emulator.clock.advance({ days: 366 })
  expect((await user()("GET", "/account")).status).toBe(401)
})

it("lists show what belongs to a user of a seed", async () => {
  const team = teamFactory.withPrefs({ color: "red" }).build()
  const built = users
    .withPhone()
    .verified()
    .withIdentity("google", "g-1")
    .inTeam(team, "owner")
    .withTarget({ providerType: "push", identifier: "device-1", providerId: "fcm" })
    .build({ logs: [{ event: "session.create", ip: "192.0.2.1", time: "2020-01-02T03:04:05.000Z" }] })
  const providers = [{ $id: "fcm", name: "FCM", provider: "fcm" as const }]
  const { key } = await seeded({ providers, teams: [team], users: [built] })
  const path = `/users/${built.$id}`
  const user = (await key("GET", path)).body
  expect(user).toMatchObject({ phone: built.phone, emailVerification: true, phoneVerification: true })
  expect(user.targets.map((target: { identifier: string }) => target.identifier)).toEqual([
    built.email,
    built.phone,
    "device-1",
  ])
  const { identities } = (await key("GET", "/users/identities")).body
  expect(identities).toMatchObject([{ userId: built.$id, provider: "google", providerEmail: built.email }])
  const { memberships } = (await key("GET", `${path}/memberships`)).body
  expect(memberships).toMatchObject([{ teamId: team.$id, roles: ["owner"], confirm: true }])
  const { logs } = (await key("GET", `${path}/logs`)).body
  expect(logs).toMatchObject([
    { event: "session.create", ip: "192.0.2.1", time: "2020-01-02T03:04:05.000+00:00" },
  ])
  expect((await key("GET", `/teams/${team.$id}`)).body).toMatchObject({ total: 1, prefs: { color: "red" } })
})

it("a key of a seed may do what its scopes say", async () => {
  const { emulator, withKey } = await seeded({
    keys: [{ name: "Reader", scopes: ["users.read"] }, { name: "All" }],
  })
  const [reader, all] = emulator.planted.keys.map(({ secret }) => withKey(secret))
  expect((await reader?.("GET", "/users"))?.status).toBe(200)
  expect((await reader?.("POST", "/users", { userId: "a" }))?.status).toBe(401)
  expect((await all?.("POST", "/users", { userId: "a" }))?.status).toBe(201)
})

it("settings of a seed count", async () => {
  const { key, guest } = await seeded({
    settings: { userLimit: 1, authMethods: { anonymous: false } },
    users: [{}],
  })
  expect((await guest("POST", "/account/sessions/anonymous")).status).toBe(501)
  const account = { userId: "ann", email: "ann@acme.com", password: "long enough" }
  expect((await guest("POST", "/account", account)).body.type).toBe("user_count_exceeded")
  expect((await key("GET", "/users")).body.total).toBe(1)
})

it("what a server shows of a user can be planted, targets included", async () => {
  const { key } = await seeded({ users: [users.withPhone().build({ $id: "ann" })] })
  const shown = (await key("GET", "/users/ann")).body
  const { $id, email, phone, targets } = shown
  const own = targets.map(({ providerType, identifier, $id: targetId }: Record<string, string>) => ({
    $id: targetId,
    providerType,
    identifier,
  }))
  const again = await seeded({ users: [{ $id, email, phone, targets: own }] })
  const twin = (await again.key("GET", "/users/ann")).body
  expect(twin.targets.map((target: { $id: string }) => target.$id)).toEqual(
    targets.map((target: { $id: string }) => target.$id),
  )
})
