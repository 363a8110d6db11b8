import { mkdtemp, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "data-"))
})
afterAll(() => rm(folder, { recursive: true }))

interface Call {
  readonly method: string
  readonly path: string
  readonly body?: string
}

const user = fc.constantFrom("ada", "Alan", "grace")
const project = fc.constantFrom("emulator", "shop")

/** Texts of JSON, so that numbers and the order of members are such as JavaScript alone would not write. */
const json: fc.Arbitrary<string> = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("null", "true", "1.0", "-0.0", "0.1", "1e30", "9223372036854775807", "12", '""', "{}"),
    fc.string({ unit: "grapheme" }).map((text) => JSON.stringify(text)),
    fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(",")}]`),
    tie("object"),
  ),
  object: fc
    .uniqueArray(
      fc.tuple(
        fc.oneof(fc.constantFrom("b", "a", "10", "2", "$map", "__proto__", "-1"), fc.string()),
        tie("value"),
      ),
      { maxLength: 4, selector: ([name]) => name },
    )
    .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(",")}}`),
})).object

/** What each hash is imported with, besides the password. */
const IMPORTS = {
  argon2: {},
  bcrypt: {},
  md5: {},
  phpass: {},
  sha: { passwordVersion: "sha512" },
  scrypt: {
    passwordSalt: "salt",
    passwordCpu: 16,
    passwordMemory: 8,
    passwordParallel: 1,
    passwordLength: 64,
  },
  "scrypt-modified": { passwordSalt: "c2FsdA==", passwordSaltSeparator: "Bw==", passwordSignerKey: "a2V5" },
}

const hashed = fc
  .tuple(user, fc.constantFrom(...Object.entries(IMPORTS)))
  .map(([userId, [hash, options]]) => ({
    method: "POST",
    path: `/users/${hash}`,
    body: JSON.stringify({ userId, email: `${hash}@example.org`, password: "a".repeat(64), ...options }),
  }))

const call: fc.Arbitrary<Call> = fc.oneof(
  hashed,
  user.map((userId) => ({
    method: "POST",
    path: "/users",
    body: JSON.stringify({ userId, email: `${userId}@example.org`, password: "correct horse" }),
  })),
  fc.tuple(user, json).map(([userId, prefs]) => ({
    method: "PATCH",
    path: `/users/${userId}/prefs`,
    body: `{"prefs":${prefs}}`,
  })),
  user.map((userId) => ({ method: "POST", path: `/users/${userId}/sessions` })),
  user.map((userId) => ({ method: "POST", path: `/users/${userId}/tokens` })),
  user.map((userId) => ({ method: "PATCH", path: `/users/${userId}/mfa/recovery-codes` })),
  user.map((userId) => ({ method: "DELETE", path: `/users/${userId}` })),
  user.map((userId) => ({
    method: "PATCH",
    path: `/users/${userId}/name`,
    body: JSON.stringify({ name: "Ä 😀" }),
  })),
  fc.constant({ method: "POST", path: "/teams", body: '{"teamId":"crew","name":"Crew"}' }),
  user.map((userId) => ({
    method: "POST",
    path: "/teams/crew/memberships",
    body: JSON.stringify({ userId, roles: ["owner"] }),
  })),
  fc.constant({ method: "PATCH", path: "/project/policies/password-history", body: '{"total":3}' }),
  fc.constant({
    method: "POST",
    path: "/project/keys",
    body: '{"keyId":"k","name":"K","scopes":["users.read"]}',
  }),
)

async function send(emulator: Emulator, projectId: string, { method, path, body }: Call): Promise<number> {
  const headers = {
    "x-appwrite-project": projectId,
    "x-appwrite-key": "emulator",
    "content-type": "application/json",
  }
  const init = body === undefined ? { method, headers } : { method, headers, body }
  return (await emulator.fetch(new Request(`http://localhost/v1${path}`, init))).status
}

test("an export that was imported is exported as the same bytes", { timeout: 120_000 }, async () => {
  const version = fc.constantFrom("1.9" as const, "1.5" as const)
  const calls = fc.array(fc.tuple(project, call), { minLength: 1, maxLength: 25 })
  let stored = 0
  await fc.assert(
    fc.asyncProperty(version, calls, async (appwrite, made) => {
      await using first = await createEmulator({ appwrite })
      for (const [projectId, one] of made) if ((await send(first, projectId, one)) < 300) stored += 1
      const one = join(folder, "one.ndjson")
      const two = join(folder, "two.ndjson")
      await first.export(one)
      await using second = await createEmulator({ projects: [] })
      await second.import(one)
      await second.export(two)
      expect(await readFile(two, "utf8")).toBe(await readFile(one, "utf8"))
      expect(second.projectIds()).toEqual(first.projectIds())
    }),
    { numRuns: 60 },
  )
  expect(stored).toBeGreaterThan(100)
})

test("what was imported answers as before: records, sessions, passwords, numbers of records to come", async () => {
  await using first = await createEmulator()
  const ask = async (emulator: Emulator, path: string, headers: Record<string, string>, sent?: object) => {
    const init = sent === undefined ? {} : { method: "POST", body: JSON.stringify(sent) }
    const json = { "x-appwrite-project": "emulator", "content-type": "application/json" }
    const request = new Request(`http://localhost/v1${path}`, { ...init, headers: { ...json, ...headers } })
    const response = await emulator.fetch(request)
    const body: Record<string, string> = JSON.parse(await response.text())
    return { status: response.status, body }
  }
  const key = { "x-appwrite-key": "emulator" }
  const ada = { userId: "ada", email: "ada@example.org", password: "correct horse" }
  await ask(first, "/users", key, ada)
  const { secret = "" } = (await ask(first, "/users/ada/sessions", key, {})).body
  const before = await ask(first, "/users", key)
  const file = join(folder, "answers.ndjson")
  await first.export(file)
  expect((await stat(file)).mode & 0o777).toBe(0o600)

  await using second = await createEmulator({ data: file })
  expect(await ask(second, "/users", key)).toEqual(before)
  const asAda = { "x-appwrite-session": secret }
  expect(await ask(second, "/account", asAda)).toMatchObject({ status: 200, body: { $id: "ada" } })
  const login = { email: ada.email, password: ada.password }
  expect(await ask(second, "/account/sessions/email", {}, login)).toMatchObject({ status: 201 })
  expect(await ask(second, "/users", key, ada)).toMatchObject({ status: 409 })
  await ask(second, "/users", key, { userId: "alan" })
  second.reset()
  expect(await ask(second, "/users", key)).toEqual(before)
})

test("one project can be exported alone, and an import replaces all", async () => {
  await using first = await createEmulator({ projects: [{ id: "shop", keys: ["s3cret"] }, { id: "blog" }] })
  const file = join(folder, "one-project.ndjson")
  await first.export(file, { project: "shop" })
  await using second = await createEmulator()
  expect(await second.import(file)).toEqual(["shop"])
  expect(second.projectIds()).toEqual(["shop"])
  expect(second.project("shop").apiKey).toBe("s3cret")
  await expect(first.export(file, { project: "no" })).rejects.toMatchObject({ code: "project_unknown" })
})

test("an emulator with data has its announced projects, and their keys, besides", async () => {
  const file = join(folder, "keys.ndjson")
  await using first = await createEmulator({ projects: [{ id: "shop", keys: ["old"] }] })
  await first.export(file)
  const projects = [{ id: "shop", keys: ["new"] }, { id: "blog" }]
  await using second = await createEmulator({ data: file, projects, strict: true })
  expect(second.projectIds()).toEqual(["shop", "blog"])
  for (const secret of ["old", "new"]) {
    const headers = { "x-appwrite-project": "shop", "x-appwrite-key": secret }
    const response = await second.fetch(new Request("http://localhost/v1/users", { headers }))
    expect(response.status).toBe(200)
  }
})

test("an export holds what was there when it began", async () => {
  await using emulator = await createEmulator()
  const add = (userId: string) =>
    send(emulator, "emulator", { method: "POST", path: "/users", body: JSON.stringify({ userId }) })
  for (let i = 0; i < 300; i += 1) await add(`user-${i}`)
  const file = join(folder, "moment.ndjson")
  const done = emulator.export(file)
  await add("later")
  await done
  await using other = await createEmulator({ data: file })
  expect(other.project("emulator").userCount).toBe(300)
})

test("a project is served as the version that it was exported as", async () => {
  const file = join(folder, "version.ndjson")
  await using first = await createEmulator({ appwrite: "1.5" })
  const add = { method: "POST", path: "/users", body: '{"userId":"ada","password":"correct horse"}' }
  await send(first, "emulator", add)
  await first.export(file)
  await using second = await createEmulator({ data: file })
  const headers = { "x-appwrite-project": "emulator", "x-appwrite-key": "emulator" }
  const request = () => new Request("http://localhost/v1/users/ada", { headers })
  const answer = await (await second.fetch(request())).json()
  expect(answer).toMatchObject({ hashOptions: { memoryCost: 2048 } })
  expect(answer).toEqual(await (await first.fetch(request())).json())
})
