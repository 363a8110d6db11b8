import fc from "fast-check"
import { expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../emulator.ts"

/** An empty emulator, and how to call it with a key. */
async function start() {
  const emulator = await createEmulator()
  return async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await emulator.fetch(
      new Request(`http://localhost/v1${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          "x-appwrite-project": DEFAULT_PROJECT,
          "x-appwrite-key": DEFAULT_API_KEY,
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    return { status: response.status, body: JSON.parse((await response.text()) || "null") }
  }
}

type Call = Awaited<ReturnType<typeof start>>

const ANN = { userId: "ann", email: "ann@acme.com", phone: "+14155550101", name: "Ann" }

/** What can be hung on a user, each in one request. */
const belongings: Record<string, (call: Call) => Promise<{ status: number }>> = {
  prefs: (call) => call("PATCH", "/users/ann/prefs", { prefs: { theme: "dark" } }),
  labels: (call) => call("PUT", "/users/ann/labels", { labels: ["vip"] }),
  status: (call) => call("PATCH", "/users/ann/status", { status: false }),
  verification: (call) => call("PATCH", "/users/ann/verification", { emailVerification: true }),
  mfa: (call) => call("PATCH", "/users/ann/mfa", { mfa: true }),
  codes: (call) => call("PATCH", "/users/ann/mfa/recovery-codes"),
  impersonator: (call) => call("PATCH", "/users/ann/impersonator", { impersonator: true }),
  session: (call) => call("POST", "/users/ann/sessions", {}),
  token: (call) => call("POST", "/users/ann/tokens", {}),
  target: (call) =>
    call("POST", "/users/ann/targets", { targetId: "push", providerType: "push", identifier: "device" }),
  email: (call) => call("PATCH", "/users/ann/email", { email: "other@acme.com" }),
  phone: (call) => call("PATCH", "/users/ann/phone", { number: "+14155550102" }),
  team: async (call) => {
    await call("POST", "/teams", { teamId: "t", name: "T" })
    return call("POST", "/teams/t/memberships", { userId: "ann", roles: ["owner"] })
  },
  log: async (call) => {
    const { secret } = (await call("POST", "/users/ann/sessions", {})).body
    return call("PUT", "/teams/t", { name: "T2" }, { "x-appwrite-key": "", "x-appwrite-session": secret })
  },
}

/** All that the routes tell of `ann`, but for what differs with every user. */
async function told(call: Call) {
  const paths = ["", "/prefs", "/sessions", "/memberships", "/targets", "/logs", "/mfa/factors"]
  const answers = await Promise.all(paths.map((path) => call("GET", `/users/ann${path}`)))
  const codes = await call("GET", "/users/ann/mfa/recovery-codes")
  return JSON.stringify([...answers, codes.status], (name, value) =>
    typeof value === "string" && /At$|^registration$|^\$id$/.test(name) && !["", "ann"].includes(value)
      ? "made"
      : value,
  )
}

test("what a deleted user had is free at once, and a new one of that ID has nothing of it", async () => {
  const pristine = await start()
  await pristine("POST", "/users", ANN)
  const fresh = await told(pristine)
  const owned = fc.uniqueArray(fc.constantFrom(...Object.keys(belongings)), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(owned, async (names) => {
      const call = await start()
      await call("POST", "/users", ANN)
      for (const name of names) {
        const done = await belongings[name]?.(call)
        if (name !== "log") expect(done?.status).toBeLessThan(300)
      }
      const { identifier } = (await call("GET", "/users/ann")).body.targets[0]
      expect((await call("DELETE", "/users/ann")).status).toBe(204)
      expect((await call("POST", "/users", ANN)).status).toBe(201)
      expect(await told(call)).toBe(fresh)
      const heirs = { email: { userId: "eve", email: identifier }, none: { userId: "eve" } }
      await call("POST", "/users", identifier === ANN.email ? heirs.none : heirs.email)
      const target = { targetId: "push", providerType: "push", identifier: "device" }
      expect((await call("POST", "/users/eve/targets", target)).status).toBe(201)
    }),
    { numRuns: 30 },
  )
})

/** Texts that the database takes for one another, and one that it does not. */
const spellings = {
  userId: ["Bob", "bob", "BOB", "b0b"],
  email: ["Bob@acme.com", "bob@ACME.com", "BOB@acme.com", "b0b@acme.com"],
  phone: ["+14155550101", "+14155550102"],
} as const

const newcomer = fc.record({
  userId: fc.constantFrom("unique()", ...spellings.userId),
  email: fc.constantFrom(null, ...spellings.email),
  phone: fc.constantFrom(null, ...spellings.phone),
})
const arrivals = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant("create" as const), user: newcomer }),
    fc.record({ what: fc.constant("email" as const), email: fc.constantFrom("", ...spellings.email) }),
    fc.record({ what: fc.constant("phone" as const), phone: fc.constantFrom("", ...spellings.phone) }),
    fc.record({ what: fc.constant("delete" as const) }),
  ),
  { maxLength: 15 },
)

test("no two users share an ID, an email or a phone, nor two targets an identifier", async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, fc.infiniteStream(fc.nat()), async (steps, picks) => {
      const call = await start()
      const everybody = async () => (await call("GET", "/users")).body.users
      for (const step of steps) {
        if (step.what === "create") {
          await call("POST", "/users", step.user)
          continue
        }
        const users = await everybody()
        const user = users[picks.next().value % Math.max(1, users.length)]
        if (user === undefined) continue
        if (step.what === "email") await call("PATCH", `/users/${user.$id}/email`, { email: step.email })
        if (step.what === "phone") await call("PATCH", `/users/${user.$id}/phone`, { number: step.phone })
        if (step.what === "delete") await call("DELETE", `/users/${user.$id}`)
      }
      const users: { $id: string; email: string; phone: string; targets: { identifier: string }[] }[] =
        await everybody()
      for (const texts of [
        users.map(({ $id }) => $id),
        users.map(({ email }) => email).filter(Boolean),
        users.map(({ phone }) => phone).filter(Boolean),
        users.flatMap(({ targets }) => targets.map(({ identifier }) => identifier)),
      ]) {
        expect(new Set(texts.map((text) => text.toLowerCase())).size).toBe(texts.length)
      }
    }),
    { numRuns: 60 },
  )
})
