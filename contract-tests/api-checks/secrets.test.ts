import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { declaredEndpoints } from "../../src/contract/coverage/declared-endpoints.ts"
import { totpCode } from "../../src/contract/totp.ts"
import { type StartedEmulator, startCommand } from "../../src/test-support/command.ts"
import { firebase, hashes } from "../sdk/hashes.ts"

const API_KEY = "canary-api-key-1f0e"
const PASSWORD = "canary-password-2a9c"
const NEW_PASSWORD = "canary-password-7d31"
const BASIC = { "x-appwrite-project": "emulator", "content-type": "application/json" }

let folder: string
const emulators: StartedEmulator[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "canary-"))
})
afterAll(async () => {
  for (const { child } of emulators) child.kill("SIGKILL")
  await rm(folder, { recursive: true })
})

/** Who sends secrets, and notes all that were sent and that came back. */
function newCanary(endpoint: string) {
  const secrets = new Set<string>([API_KEY, PASSWORD, NEW_PASSWORD])
  const refusals: string[] = []
  const note = (...texts: readonly unknown[]) => {
    for (const text of texts) if (typeof text === "string" && text.length >= 6) secrets.add(text)
  }
  async function call(
    method: string,
    path: string,
    sent: object = {},
    credentials: Readonly<Record<string, string>> = { "x-appwrite-key": API_KEY },
  ) {
    const headers = { ...BASIC, ...credentials }
    const body = method === "GET" ? undefined : JSON.stringify(sent)
    const response = await fetch(`${endpoint}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false
    // The page for unknown routes shows their path, to whoever has asked for it.
    if (!response.ok && isJson) refusals.push(text)
    const answer = isJson && text !== "" ? JSON.parse(text) : {}
    for (const cookie of response.headers.getSetCookie()) note(/=([^;]*)/.exec(cookie)?.[1])
    note(answer.secret, answer.jwt, ...(answer.recoveryCodes ?? []))
    return { ...answer, status: response.status }
  }
  return { secrets, refusals, note, call }
}

/** What the emulator tells those who control it. */
async function control(endpoint: string, path: string): Promise<string> {
  const url = `${new URL(endpoint).origin}/_emulator${path}`
  return (await fetch(url, { headers: { "x-emulator-control": "1" } })).text()
}

type Canary = ReturnType<typeof newCanary>

/** Calls in which secrets are taken, and others in which they stand where they should not. */
async function useSecrets({ call, note }: Canary, endpoint: string): Promise<void> {
  const email = "ada@example.com"
  expect((await call("POST", "/users", { userId: "ada", email, password: PASSWORD })).status).toBe(201)
  const imports = {
    argon2: { password: hashes.argon2 },
    bcrypt: { password: hashes.bcrypt },
    "scrypt-modified": {
      password: hashes.firebase,
      passwordSalt: firebase.salt,
      passwordSaltSeparator: firebase.saltSeparator,
      passwordSignerKey: firebase.signerKey,
    },
  }
  for (const [algorithm, hash] of Object.entries(imports)) {
    note(hash.password)
    const user = { userId: algorithm, email: `${algorithm}@example.com`, ...hash }
    expect((await call("POST", `/users/${algorithm}`, user)).status).toBe(201)
  }
  note(firebase.salt, firebase.signerKey)
  const guest = {}
  await call("POST", "/account/sessions/email", { email, password: "canary-wrong-password" }, guest)
  note("canary-wrong-password")
  const { secret } = await call("POST", "/users/ada/sessions")
  const session = { "x-appwrite-session": secret }
  const { jwt } = await call("POST", "/account/jwts", {}, session)
  expect((await call("GET", "/account", {}, { "x-appwrite-jwt": jwt })).status).toBe(200)
  await call("GET", "/account", {}, { cookie: `a_session_emulator=${secret}` })
  const totp = await call("POST", "/account/mfa/authenticators/totp", {}, session)
  const otp = await totpCode(totp.secret, Date.now())
  note(totp.uri)
  expect((await call("PUT", "/account/mfa/authenticators/totp", { otp }, session)).status).toBe(200)
  await call("POST", "/account/mfa/recovery-codes", {}, session)
  const changed = { password: NEW_PASSWORD, oldPassword: PASSWORD }
  expect((await call("PATCH", "/account/password", changed, session)).status).toBe(200)
  await call("POST", "/account/recovery", { email, url: "http://localhost/reset" }, session)
  await call("POST", "/account/tokens/email", { userId: "ada", email }, guest)
  const outbox = await control(endpoint, "/outbox")
  const { messages }: { messages: { secret: string; link: string }[] } = JSON.parse(outbox)
  expect(messages.length).toBeGreaterThanOrEqual(2)
  for (const message of messages) note(message.secret, message.link)
  const code = messages.at(-1)?.secret
  await call("POST", "/account/sessions/token", { userId: "ada", secret: code }, guest)
  const key = await call("POST", "/project/keys", { keyId: "made", name: "Made", scopes: ["users.read"] })
  expect((await call("GET", "/users", {}, { "x-appwrite-key": key.secret })).status).toBe(200)
  // Where nobody expects them.
  const lost = { password: PASSWORD, nothing: PASSWORD }
  await call("POST", `/users?password=${PASSWORD}`, lost)
  await call("GET", `/users/${API_KEY}/prefs?secret=${API_KEY}`)
  for (const path of [`/nothing/${API_KEY}`, `/../users/${API_KEY}`, `/../v1/v1/users/${API_KEY}`]) {
    await call("POST", path, lost, { "x-appwrite-key": API_KEY })
    await call("GET", path, {}, { "x-appwrite-key": API_KEY, "x-appwrite-project": "other" })
  }
  note("canary-unknown-key")
  await call("GET", "/users", {}, { "x-appwrite-key": "canary-unknown-key" })
  await call(
    "GET",
    "/account",
    {},
    { "x-appwrite-jwt": "canary-unknown-jwt", "x-appwrite-session": "canary-session" },
  )
  note("canary-unknown-jwt", "canary-session")
  await fetch(`${endpoint}/users`, {
    method: "POST",
    headers: { ...BASIC, "x-appwrite-key": API_KEY },
    body: `{"userId":"broken","password":"${PASSWORD}`,
  })
}

/** Sends a secret as each parameter that is declared as one, right and wrong. */
async function sendEverySecret({ call, note }: Canary): Promise<number> {
  let sent = 0
  for (const { method, path, params } of await declaredEndpoints()) {
    const secretNames = Object.entries(params).flatMap(([name, { validator }]) =>
      validator.isSecret ? [name] : [],
    )
    if (secretNames.length === 0) continue
    for (const wrong of ["", "!".repeat(300)]) {
      const values = secretNames.map((name) => [name, `canary-${name}-${sent}-${wrong}`])
      for (const [, value] of values) note(value)
      const common = { userId: "ada", email: "new@example.com", name: "Ada", providerId: "unique()" }
      await call(method, path.replaceAll(/:\w+/g, "ada"), { ...common, ...Object.fromEntries(values) })
      sent += secretNames.length
    }
  }
  return sent
}

test.each([
  ["for people", []],
  ["for machines", ["--json"]],
])("no secret is printed %s, kept in the log or exported from it", async (_whom, flags) => {
  const emulator = await startCommand(["--api-key", API_KEY, "--transcripts", "1000", ...flags], { folder })
  emulators.push(emulator)
  const { endpoint, seen } = emulator
  const canary = newCanary(endpoint)
  await useSecrets(canary, endpoint)
  expect(await sendEverySecret(canary)).toBeGreaterThan(50)
  const entries = await control(endpoint, "/log")
  expect(JSON.parse(entries).entries.length).toBeGreaterThan(50)
  const isAsked = (line: string) => !/ outbox \w+ by /.test(line)
  const channels = {
    entries,
    transcript: await control(endpoint, "/log/transcript?project=emulator"),
    terminal: seen.stderr.split("\n").filter(isAsked).join("\n"),
    refusals: canary.refusals.join("\n"),
  }
  await emulator.end()
  expect(channels.transcript).toContain('"steps"')
  expect(channels.terminal.split("\n").length).toBeGreaterThan(50)
  const found = Object.entries(channels).flatMap(([channel, text]) =>
    [...canary.secrets].filter((secret) => text.includes(secret)).map((secret) => `${channel}: ${secret}`),
  )
  expect(found).toEqual([])
})
