import { expect, test } from "vitest"
import { newScene } from "../test-support/scene.ts"

test("nothing changed is nothing to tell", async () => {
  const { emulator, key } = await newScene()
  await key("POST", "/users", { userId: "ann" })
  const before = emulator.snapshot()
  await key("GET", "/users")
  await key("GET", "/users/none")
  expect(emulator.diff(before)).toEqual({ created: {}, changed: {}, deleted: [] })
})

test("it tells what was created, changed and deleted, field by field, with its secrets masked", async () => {
  const { emulator, key, now } = await newScene()
  const created = new Date(now()).toISOString()
  for (const userId of ["ann", "ben"]) await key("POST", "/users", { userId, name: userId })
  const project = emulator.project("emulator")
  const before = project.snapshot()
  emulator.clock.advance({ minutes: 1 })
  const changed = new Date(emulator.clock.now()).toISOString()
  await key("PATCH", "/users/ann/password", { password: "correct-horse-9" })
  await key("PATCH", "/users/ann/prefs", { prefs: { theme: "dark" } })
  await key("DELETE", "/users/ben")
  await key("POST", "/users", { userId: "cid", phone: "+14155550100" })
  await key("PATCH", "/project/policies/password-history", { total: 2 })
  const diff = project.diff(before)
  expect(Object.keys(diff).sort()).toEqual(["settings", "targets", "users"])
  expect(diff.settings).toEqual({ passwordHistory: { before: 0, after: 2 } })
  expect(diff.users?.deleted).toMatchObject([{ $id: "ben", name: "ben", $createdAt: created }])
  expect(diff.users?.created).toMatchObject([{ $id: "cid", phone: "+14155550100", $createdAt: changed }])
  expect(diff.users?.created[0]).not.toHaveProperty("$sequence")
  expect(diff.users?.changed).toMatchObject([
    {
      $id: "ann",
      fields: {
        $updatedAt: { before: created, after: changed },
        passwordUpdate: { before: null, after: changed },
        prefs: { before: [], after: { theme: "dark" } },
        storedPassword: { before: { password: null }, after: "(secret)" },
      },
    },
  ])
  const shown = project.diff(before, undefined, { secrets: true }).users?.changed[0]?.fields.storedPassword
  expect(shown?.after).toMatchObject({ password: expect.stringMatching(/^\$argon2id\$/) })
  expect(JSON.stringify(diff)).not.toContain("$argon2")
})

test("it tells of projects that came and went, and compares in either direction", async () => {
  const { emulator, key } = await newScene()
  const gone = emulator.project()
  const before = emulator.snapshot()
  gone.delete()
  const made = emulator.project()
  await key(
    "POST",
    "/users",
    { userId: "ann" },
    {
      "x-appwrite-project": made.projectId,
      "x-appwrite-key": made.apiKey,
    },
  )
  const after = emulator.snapshot()
  expect(emulator.diff(before, after)).toMatchObject({
    created: { [made.projectId]: { users: { created: [{ $id: "ann" }] } } },
    changed: {},
    deleted: [gone.projectId],
  })
  expect(emulator.diff(after, before)).toEqual({
    created: { [gone.projectId]: {} },
    changed: {},
    deleted: [made.projectId],
  })
})

test("someone who is made again under the same ID is someone else", async () => {
  const { emulator, key } = await newScene()
  await key("POST", "/users", { userId: "ann", name: "Ann" })
  const before = emulator.snapshot()
  await key("DELETE", "/users/ann")
  await key("POST", "/users", { userId: "ann", name: "Other" })
  expect(emulator.diff(before).changed.emulator?.users).toMatchObject({
    created: [{ $id: "ann", name: "Other" }],
    changed: [],
    deleted: [{ $id: "ann", name: "Ann" }],
  })
})

test("each secret that a project holds is masked, and shown to whoever asks for it", async () => {
  const { emulator, key, guest, session } = await newScene()
  const project = emulator.project("emulator")
  const before = project.snapshot()
  await project.seed({
    settings: { passwordHistory: 2 },
    keys: [{ $id: "own", name: "Own" }],
    providers: [{ name: "Mails", provider: "sendgrid", credentials: { apiKey: "s3cret" } }],
    users: [
      {
        $id: "ann",
        email: "ann@acme.com",
        password: "correct-horse-9",
        emailVerification: true,
        totp: { verified: true },
        recoveryCodes: ["0123456789"],
      },
    ],
  })
  await key("PATCH", "/users/ann/password", { password: "other-horse-9" })
  const back = "success=http://localhost/in&failure=http://localhost/out"
  await guest("GET", `/account/sessions/oauth2/github?${back}&email=ann@acme.com&uid=42`)
  await guest("POST", "/account/tokens/magic-url", { userId: "ann", email: "ann@acme.com" })
  const ann = await session("ann")
  await ann("POST", "/account/mfa/challenges", { factor: "email" })
  await ann("POST", "/teams", { teamId: "crew", name: "Crew" })
  const url = "http://localhost/join"
  await ann("POST", "/teams/crew/memberships", { email: "ben@acme.com", roles: [], url })
  const fields = (diff: object) =>
    Object.entries(diff).flatMap(([collection, { created = [] }]) =>
      created.flatMap((record: object) =>
        Object.entries(record).map(([field, value]) => ({ name: `${collection}.${field}`, value })),
      ),
    )
  const masked = fields(project.diff(before))
  const open = fields(project.diff(before, undefined, { secrets: true }))
  const names = masked.flatMap(({ name, value }) => (value === "(secret)" ? [name] : []))
  expect([...new Set(names)].sort()).toEqual([
    "authenticators.secret",
    "challenges.code",
    "identities.providerAccessToken",
    "identities.providerRefreshToken",
    "keys.secret",
    "memberships.secret",
    "messages.link",
    "messages.secret",
    "providers.credentials",
    "sessions.providerAccessToken",
    "sessions.providerRefreshToken",
    "sessions.secret",
    "tokens.secret",
    "users.mfaRecoveryCodes",
    "users.passwordHistory",
    "users.storedPassword",
  ])
  expect(open.filter(({ value }) => value === "(secret)")).toEqual([])
  expect(open.map(({ name }) => name)).toEqual(masked.map(({ name }) => name))
})

test("the code of a mock phone is masked like others", async () => {
  const { emulator, key, now } = await newScene()
  const project = emulator.project("emulator")
  const before = project.snapshot()
  await key("POST", "/project/mock-phones", { number: "+14155550100", otp: "123456" })
  const made = new Date(now()).toISOString()
  const phone = { number: "+14155550100", otp: "(secret)", $createdAt: made, $updatedAt: made }
  expect(project.diff(before)).toEqual({ settings: { mockPhones: { before: [], after: [phone] } } })
  expect(project.diff(before, undefined, { secrets: true }).settings?.mockPhones?.after).toEqual([
    { ...phone, otp: "123456" },
  ])
})
