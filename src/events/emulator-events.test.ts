import { expect, onTestFinished, test } from "vitest"
import { createEmulator, type EmulatorEvent } from "../emulator.ts"
import { newScene } from "../test-support/scene.ts"

/** A scene whose events are written down. */
async function heardScene() {
  const scene = await newScene()
  const heard: EmulatorEvent[] = []
  onTestFinished(scene.emulator.events.on("*", (event) => heard.push(event)))
  return { ...scene, heard, names: () => heard.splice(0).map(({ name }) => name) }
}

test("what a server does to a user is told by its exact name", async () => {
  const { key, names } = await heardScene()
  await key("POST", "/users", { userId: "ann", email: "ann@acme.com", password: "correct horse" })
  await key("PATCH", "/users/ann/email", { email: "bea@acme.com" })
  await key("PATCH", "/users/ann/prefs", { prefs: { $id: "mine", userId: "other" } })
  const session = (await key("POST", "/users/ann/sessions")).body
  await key("DELETE", `/users/ann/sessions/${session.$id}`)
  await key("DELETE", "/users/ann/sessions")
  await key("PATCH", "/users/ann/mfa/recovery-codes")
  await key("POST", "/users/ann/targets", { targetId: "t", providerType: "push", identifier: "x" })
  await key("DELETE", "/users/ann")
  expect(names()).toEqual([
    "users.ann.create",
    "users.ann.update.email",
    "users.ann.update.prefs",
    `users.ann.sessions.${session.$id}.create`,
    `users.ann.sessions.${session.$id}.delete`,
    "users.ann.sessions.delete",
    "users.ann.create",
    "users.ann.targets.t.create",
    "users.ann.delete",
  ])
})

test("what users do is told with their ID; tokens and a deleted account are not told of", async () => {
  const { key, guest, session, heard, names } = await heardScene()
  await guest("POST", "/account", { userId: "ann", email: "ann@acme.com", password: "correct horse" })
  expect(heard).toMatchObject([{ name: "users.ann.create", userId: "ann", payload: { targets: [] } }])
  const login = { email: "ann@acme.com", password: "correct horse" }
  const { body } = await guest("POST", "/account/sessions/email", login)
  expect(heard[1]).toMatchObject({
    name: `users.ann.sessions.${body.$id}.create`,
    userId: "ann",
    payload: { secret: "" },
  })
  await guest("POST", "/account/tokens/email", { userId: "new", email: "new@acme.com" })
  expect(heard[2]).toMatchObject({ name: "users.new.create", userId: "new" })
  const ann = await session("ann")
  names()
  const { body: made } = await ann("POST", "/account/recovery", {
    email: "ann@acme.com",
    url: "http://localhost/",
  })
  expect(made.secret).toBe("")
  expect(heard[0]).toMatchObject({ name: `users.ann.recovery.${made.$id}.create` })
  expect(heard[0]?.payload).toHaveProperty("secret", expect.stringMatching(/^.{256}$/))
  names()
  await ann("POST", "/account/jwts")
  await ann("DELETE", "/account/sessions/current")
  expect(names()).toEqual([expect.stringMatching(/^users\.ann\.sessions\.[0-9a-f]{20}\.delete$/)])
  await (await session("ann"))("DELETE", "/account")
  expect(names().slice(1)).toEqual([])
  expect((await key("GET", "/users/ann")).status).toBe(404)
})

test("all sessions: only the one that asks is told of, and a JWT has none", async () => {
  const { key, session, jwt, names } = await heardScene()
  await key("POST", "/users", { userId: "ann" })
  const byJwt = await jwt("ann")
  const first = await session("ann")
  const second = await session("ann")
  const { body } = await second("GET", "/account/sessions/current")
  expect((await first("GET", "/account")).status).toBe(200)
  names()
  await second("DELETE", "/account/sessions")
  expect(names()).toEqual([`users.ann.sessions.${body.$id}.delete`])
  await byJwt("DELETE", "/account/sessions")
  expect(names()).toEqual([])
})

test("teams, memberships, project settings, providers and pings", async () => {
  const { emulator, key, heard, names } = await heardScene()
  await key("POST", "/teams", { teamId: "t", name: "T" })
  await key("POST", "/users", { userId: "ann", name: "Ann" })
  const { body } = await key("POST", "/teams/t/memberships", { userId: "ann", roles: [] })
  await key("PATCH", `/teams/t/memberships/${body.$id}`, { roles: ["dev"] })
  await key("DELETE", `/teams/t/memberships/${body.$id}`)
  expect(heard.at(-1)?.payload).toMatchObject({ $id: body.$id, userName: "", roles: ["dev"] })
  await key("DELETE", "/teams/t")
  await key("PATCH", "/project/policies/user-limit", { total: 5 })
  await key("PATCH", "/project/auth-methods/jwt", { enabled: false })
  await key("POST", "/project/mock-phones", { number: "+4930123456", otp: "123456" })
  await key("DELETE", "/project/mock-phones/+4930123456")
  await key("POST", "/messaging/providers/twilio", { providerId: "p", name: "P" })
  await emulator.fetch(new Request("http://localhost/v1/ping?project=emulator"))
  expect(heard.at(-1)?.payload).toEqual([])
  expect(names()).toEqual([
    "teams.t.create",
    "users.ann.create",
    `teams.t.memberships.${body.$id}.create`,
    `teams.t.memberships.${body.$id}.update`,
    `teams.t.memberships.${body.$id}.delete`,
    "teams.t.delete",
    "projects.emulator.policies.user-limit.update",
    "authMethod.jwt.update",
    "mock-phones.+4930123456.create",
    "mock-phones.+4930123456.delete",
    "providers.p.create",
    "projects.emulator.ping",
  ])
})

test("a refused request raises nothing, reading neither", async () => {
  const { key, names } = await heardScene()
  await key("POST", "/users", { userId: "ann" })
  names()
  expect((await key("POST", "/users", { userId: "ann" })).status).toBe(409)
  await key("PATCH", "/users/nobody/name", { name: "N" })
  await key("GET", "/users/ann")
  expect(names()).toEqual([])
})

test("a user who stays although the invitation was refused is told of", async () => {
  const { key, session, names } = await heardScene()
  await key("POST", "/users", { userId: "ann" })
  await key("POST", "/teams", { teamId: "t", name: "T" })
  await key("POST", "/teams/t/memberships", { userId: "ann", roles: ["dev"] })
  const ann = await session("ann")
  names()
  const invitation = { email: "new@acme.com", roles: [], url: "http://localhost/" }
  expect((await ann("POST", "/teams/t/memberships", invitation)).status).toBe(401)
  expect(names()).toEqual([expect.stringMatching(/^users\.[0-9a-f]{20}\.create$/)])
})

test("a login by OAuth2 tells of the user and the session", async () => {
  const { emulator, heard } = await heardScene()
  const query = "project=emulator&success=http://localhost/&email=ann@acme.com&uid=42&name=Ann"
  await emulator.fetch(new Request(`http://localhost/v1/account/sessions/oauth2/github?${query}`))
  expect(heard).toMatchObject([
    { payload: { email: "ann@acme.com" } },
    { names: expect.arrayContaining(["users.*.sessions.*.create"]), payload: { provider: "github" } },
  ])
})

test("the payload is in the newest format, whatever the client wants", async () => {
  const { key, heard } = await heardScene()
  await key("POST", "/users", { userId: "ann" })
  const { body } = await key(
    "PATCH",
    "/users/ann/name",
    { name: "Ann" },
    { "x-appwrite-response-format": "1.4.0" },
  )
  expect(body).not.toHaveProperty("targets")
  expect(heard[1]?.payload).toMatchObject({ name: "Ann", targets: [] })
})

test("a pattern selects, and so does a project", async () => {
  const { emulator, key } = await newScene()
  const seen: string[] = []
  emulator.events.on("users.*.update", ({ name }) => seen.push(name))
  emulator.project("emulator").events.on("users.ann", ({ name }) => seen.push(`own ${name}`))
  emulator.project("other").events.on("*", () => seen.push("other"))
  emulator.events.on("*", () => seen.push("other"), { project: "other" })
  await key("POST", "/users", { userId: "ann" })
  await key("PATCH", "/users/ann/name", { name: "A" })
  expect(seen).toEqual(["own users.ann.create", "users.ann.update.name", "own users.ann.update.name"])
})

test("an ended listener hears no more", async () => {
  const { emulator, key } = await newScene()
  const seen: string[] = []
  const off = emulator.events.on("*", ({ name }) => seen.push(name))
  await key("POST", "/users", { userId: "ann" })
  off()
  await key("POST", "/users", { userId: "bea" })
  expect(seen).toEqual(["users.ann.create"])
})

test("what can be waited for, and what does not come", async () => {
  const { emulator, key } = await newScene()
  const waited = emulator.events.waitFor("users.*.create")
  await key("POST", "/users", { userId: "ann" })
  expect(await waited).toMatchObject({ project: "emulator", payload: { $id: "ann" } })
  await expect(emulator.events.waitFor("users.*.delete", { timeout: 1 })).rejects.toMatchObject({
    code: "event_timeout",
  })
  const late = expect(emulator.events.waitFor("users.*.create")).rejects.toMatchObject({
    code: "emulator_closed",
  })
  await emulator.close()
  await late
  await expect(emulator.events.waitFor("*")).rejects.toMatchObject({ code: "emulator_closed" })
})

test("a listener that throws disturbs nobody", async () => {
  const log: string[] = []
  const emulator = await createEmulator({ log: (line) => log.push(line) })
  emulator.events.on("*", () => {
    throw new Error("broken listener")
  })
  const heard = emulator.events.waitFor("users.ann.create")
  const headers = {
    "x-appwrite-project": "emulator",
    "x-appwrite-key": "emulator",
    "content-type": "application/json",
  }
  const body = JSON.stringify({ userId: "ann" })
  const response = await emulator.fetch(
    new Request("http://localhost/v1/users", { method: "POST", headers, body }),
  )
  expect(response.status).toBe(201)
  await heard
  expect(log.join()).toContain("broken listener")
})
