import fc from "fast-check"
import { expect, test } from "vitest"
import { emulatorTarget } from "../contract/emulator-target.ts"
import { replay } from "../contract/replay.ts"
import { totpCode } from "../contract/totp.ts"
import { parseTranscript } from "../contract/transcript.ts"
import { createEmulator, type EmulatorOptions } from "../emulator.ts"

type Call = readonly [
  method: string,
  path: string,
  body?: object | undefined,
  headers?: Readonly<Record<string, string>>,
]

const KEY = { "x-appwrite-key": "emulator" }

async function newRecorder(options: EmulatorOptions = {}) {
  const emulator = await createEmulator({ requestLog: { transcripts: 1000 }, ...options })
  const project = emulator.project("emulator")
  async function send(method: string, path: string, body?: object, headers: Call[3] = KEY) {
    const response = await emulator.fetch(
      new Request(`http://localhost/v1${path}`, {
        method,
        headers: { "content-type": "application/json", "x-appwrite-project": "emulator", ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    const isJson = response.headers.get("content-type")?.startsWith("application/json")
    return { status: response.status, body: isJson ? JSON.parse(await response.text()) : null }
  }
  return { emulator, project, send }
}

/** What differs when an exported transcript is replayed on a fresh emulator. */
async function differences(text: string) {
  const transcript = parseTranscript(text, "export")
  const steps = await replay(transcript, await emulatorTarget(transcript))
  return steps.filter((step) => step.differences.length > 0)
}

const users = fc.constantFrom("ann", "ben", "unique()", "no such")
const passwords = fc.constantFrom("correct-horse-9", "password", "short", "")
const emails = fc.constantFrom("ann@acme.com", "ben@acme.com", "none")
const calls: fc.Arbitrary<Call> = fc.oneof(
  fc
    .record({ userId: users, email: emails, password: passwords })
    .map((body) => ["POST", "/users", body] as const),
  fc
    .record({ email: emails, password: passwords })
    .map((body) => ["POST", "/account/sessions/email", body, {}] as const),
  fc
    .tuple(users, passwords)
    .map(([id, password]) => ["PATCH", `/users/${id}/password`, { password }] as const),
  fc
    .tuple(users, fc.json({ maxDepth: 1 }))
    .map(([id, note]) => ["PATCH", `/users/${id}/prefs`, { prefs: { note } }] as const),
  users.map((id) => ["POST", `/users/${id}/sessions`, {}] as const),
  users.map((id) => ["POST", `/users/${id}/tokens`, {}] as const),
  users.map((id) => ["DELETE", `/users/${id}`] as const),
  fc
    .record({ userId: users, email: emails })
    .map((body) => ["POST", "/account/tokens/email", body, {}] as const),
  fc.constantFrom<Call>(
    ["GET", `/users?queries[]=${encodeURIComponent('{"method":"limit","values":[2]}')}`],
    ["GET", "/users/ann/sessions"],
    ["GET", "/nothing"],
    ["GET", "/account", undefined, {}],
    ["POST", "/users", { userId: "ann", password: 5 }],
  ),
)

test("an exported transcript replays the same on a fresh emulator, whatever was asked", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(calls, { minLength: 1, maxLength: 12 }), async (made) => {
      const { project, send } = await newRecorder()
      for (const [method, path, body, headers] of made) await send(method, path, body, headers)
      expect(await differences(await project.log.transcript())).toEqual([])
    }),
    { numRuns: 20 },
  )
})

test("a password that reads like a word of the server's is replaced where it is the password", async () => {
  const { project, send } = await newRecorder()
  const body = { userId: "ann", email: "ann@acme.com", password: "password" }
  await send("POST", "/users", body)
  expect((await send("POST", "/account/sessions/email", body, {})).body.factors).toEqual(["password"])
  const text = await project.log.transcript()
  expect(text).not.toContain('"password":"password"')
  expect(await differences(text)).toEqual([])
})

test("codes that were mailed, codes of apps and sessions replay, and none of them is told", async () => {
  const { project, send } = await newRecorder()
  const ada = { userId: "ada", email: "ada@acme.com", password: "hidden-horse-9" }
  await send("POST", "/users", ada)
  await send("POST", "/account/tokens/email", { userId: "ada", email: ada.email }, {})
  const { secret: code } = await project.outbox.waitFor()
  const login = await send("POST", "/account/sessions/token", { userId: "ada", secret: code }, {})
  expect(login.status).toBe(201)
  const session = await send("POST", "/users/ada/sessions", {})
  const own = { "x-appwrite-session": session.body.secret }
  const app = await send("POST", "/account/mfa/authenticators/totp", undefined, own)
  const otp = await totpCode(app.body.secret, Date.now())
  expect((await send("PUT", "/account/mfa/authenticators/totp", { otp }, own)).status).toBe(200)
  expect((await send("POST", "/account/jwts", {}, own)).status).toBe(201)
  const text = await project.log.transcript()
  expect(await differences(text)).toEqual([])
  for (const secret of [ada.password, `"${code}"`, `"${otp}"`, session.body.secret, app.body.secret]) {
    expect(text).not.toContain(secret)
  }
})

test("the same password is the same in the whole transcript, and credentials of providers are hidden", async () => {
  const { project, send } = await newRecorder()
  await send("POST", "/users", { userId: "ada", email: "ada@acme.com", password: "Hidden-Horse 9" })
  const login = { email: "ada@acme.com", password: "Hidden-Horse 9" }
  expect((await send("POST", "/account/sessions/email", login, {})).status).toBe(201)
  await send("POST", "/messaging/providers/sendgrid", {
    providerId: "mail",
    name: "Mail",
    apiKey: "SG.abcdef",
  })
  const text = await project.log.transcript()
  const [first, second] = text.matchAll(/"password":"([A-Z][a-z]{5}-[A-Z][a-z]{4} \d)"/g)
  expect(first?.[1]).toBe(second?.[1])
  expect(text).not.toContain("Hidden-Horse 9")
  expect(text).not.toContain("SG.abcdef")
  expect(await differences(text)).toEqual([])
})

test("what was cut, cleared or not kept is no transcript", async () => {
  const code = "transcript_not_kept"
  const cut = await newRecorder({ requestLog: { transcripts: 1 } })
  await expect(cut.project.log.transcript()).rejects.toMatchObject({ code })
  await cut.send("GET", "/users")
  await cut.send("GET", "/users")
  await expect(cut.project.log.transcript()).rejects.toMatchObject({ code })
  cut.project.reset()
  await cut.send("GET", "/users")
  expect(await differences(await cut.project.log.transcript())).toEqual([])
  cut.project.log.clear()
  await expect(cut.project.log.transcript()).rejects.toMatchObject({ code })
  const none = await newRecorder({ requestLog: {} })
  await none.send("GET", "/users")
  await expect(none.project.log.transcript()).rejects.toMatchObject({ code })
})
