import fc from "fast-check"
import { expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../emulator.ts"
import { usersEndpoints } from "./endpoints.ts"

const NOW = Date.UTC(2026, 0, 2)

/** Good values of all parameters: those that change something would be noticed if they did. */
const GOOD: Readonly<Record<string, unknown>> = {
  userId: "ann",
  email: "new@acme.com",
  phone: "+14155550103",
  number: "+14155550103",
  password: "correct-horse-9",
  passwordVersion: "sha1",
  passwordSalt: "c2FsdA==",
  passwordSaltSeparator: "Bw==",
  passwordSignerKey: "c2lnbmVy",
  passwordCpu: 8,
  passwordMemory: 14,
  passwordParallel: 1,
  passwordLength: 64,
  name: "New",
  labels: ["new"],
  status: false,
  impersonator: true,
  emailVerification: true,
  phoneVerification: true,
  mfa: true,
  prefs: { new: true },
  type: "totp",
  duration: 60,
  length: 8,
  expire: 60,
  identityId: "none",
  sessionId: "none",
  targetId: "new",
  providerType: "push",
  providerId: "none",
  identifier: "new@acme.com",
}

/** What some or all parameters refuse, and values that only clash with what is there. */
const bad = fc.constantFrom<unknown>(
  ...[null, "", " ", "-x", "no such thing", "x".repeat(70_000), 5, 1.5, true, [], {}, ["!"], { a: 1 }],
  ...["ann", "bob", "bob@acme.com", "+14155550102", "none", "Email", "password"],
)

async function start() {
  const emulator = await createEmulator({ clock: { now: () => NOW } })
  async function call(method: string, path: string, body?: object) {
    const response = await emulator.fetch(
      new Request(`http://localhost/v1${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          "x-appwrite-project": DEFAULT_PROJECT,
          "x-appwrite-key": DEFAULT_API_KEY,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    return { status: response.status, text: await response.text() }
  }
  await call("POST", "/users", { userId: "ann", email: "ann@acme.com", phone: "+14155550101", name: "Ann" })
  await call("POST", "/users", { userId: "bob", email: "bob@acme.com", phone: "+14155550102", name: "Bob" })
  await call("PATCH", "/users/ann/mfa/recovery-codes")
  await call("POST", "/users/ann/sessions", {})
  await call("POST", "/teams", { teamId: "t", name: "T" })
  await call("POST", "/teams/t/memberships", { userId: "ann", roles: ["x"] })
  return call
}

/** Everything that can be read of everybody. */
async function everything(call: Awaited<ReturnType<typeof start>>) {
  const details = ["sessions", "memberships", "logs", "mfa/factors", "mfa/recovery-codes"]
  const paths = ["/users", "/teams", ...details.map((path) => `/users/ann/${path}`)]
  return Promise.all(paths.map((path) => call("GET", path)))
}

const writes = usersEndpoints.filter(({ method }) => method !== "GET")

test.each(writes.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  "what %s refuses changes nothing",
  async (_, { method, path, params }) => {
    const call = await start()
    const names = Object.keys(params)
    const changed = fc.dictionary(fc.constantFrom(...names), fc.option(bad, { nil: undefined }), {
      noNullPrototype: true,
      maxKeys: 3,
    })
    const examples = names.map((name): [Record<string, unknown>] => [{ [name]: "-x" }])
    let refused = 0
    await fc.assert(
      fc.asyncProperty(changed, async (values) => {
        const before = await everything(call)
        const sent: Record<string, unknown> = {
          ...Object.fromEntries(names.map((name) => [name, GOOD[name]])),
          ...values,
        }
        const target = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(String(sent[name] || "none")))
        const { status } = await call(method, target, sent)
        if (status < 400) return
        refused += 1
        expect(await everything(call)).toEqual(before)
      }),
      { numRuns: 25, examples },
    )
    expect(refused).toBeGreaterThan(0)
  },
)

test("all parameters have a good value", () => {
  const names = new Set(writes.flatMap(({ params }) => Object.keys(params)))
  expect([...names].filter((name) => GOOD[name] === undefined)).toEqual([])
})
