import { describe, expect, test } from "vitest"
import { PROFILE_NAMES } from "../../src/profiles/profiles.ts"
import { guestScopes, keyScopes, userScopes } from "../../src/scopes.ts"
import { endpointsOfVersion, newStage, PROJECT } from "./stage.ts"

const pathOf = (path: string) => path.replace(/:(\w+)/g, "some")
const refused = { status: 401, body: { type: "general_unauthorized_scope" } }

/** What differs: Appwrite 1.5 takes a wrong key for none, and has fewer routes. */
const VERSIONS = {
  "1.5": { wrongKey: refused, leastClosed: 80 },
  "1.9": { wrongKey: { status: 401, body: { type: "user_unauthorized" } }, leastClosed: 100 },
} as const

describe.each(PROFILE_NAMES)("Appwrite %s", async (appwrite) => {
  const endpoints = await endpointsOfVersion(appwrite)
  const { call, emulator } = await newStage({ appwrite })
  const { wrongKey, leastClosed } = VERSIONS[appwrite]
  const named = endpoints.map((endpoint) => ({ ...endpoint, name: `${endpoint.method} ${endpoint.path}` }))
  const openToGuests = named.filter(({ scopes }) => scopes.some((scope) => guestScopes.has(scope)))
  const closedToGuests = named.filter((one) => !openToGuests.includes(one))
  const closedToUsers = named.filter(({ scopes }) => !scopes.some((scope) => userScopes.has(scope)))

  test("there are routes of both kinds", () => {
    expect(closedToGuests.length).toBeGreaterThan(leastClosed)
    expect(closedToUsers.length).toBeGreaterThan(50)
  })

  test.each(closedToGuests)("$name refuses guests, whatever they send", async ({ method, path }) => {
    expect(await call(method, pathOf(path), {}, PROJECT)).toMatchObject(refused)
  })

  test.each(closedToGuests)("$name refuses a wrong key", async ({ method, path }) => {
    const wrong = { ...PROJECT, "x-appwrite-key": "wrong" }
    expect(await call(method, pathOf(path), {}, wrong)).toMatchObject(wrongKey)
  })

  test.each(openToGuests)("$name takes a wrong key as its version does", async ({ method, path }) => {
    const wrong = { ...PROJECT, "x-appwrite-key": "wrong" }
    const answer = await call(method, pathOf(path), {}, wrong)
    if (appwrite === "1.5") {
      expect(answer.status).toBe((await call(method, pathOf(path), {}, PROJECT)).status)
    } else expect(answer).toMatchObject(wrongKey)
  })

  test.each(closedToUsers)("$name refuses users", async ({ method, path }) => {
    const { planted } = emulator
    const { sessions } = planted.users[0] ?? (await plantUser())
    const session = { ...PROJECT, "x-appwrite-session": sessions[0]?.secret ?? "" }
    expect((await call("GET", "/account", {}, session)).status).toBe(200)
    expect(await call(method, pathOf(path), {}, session)).toMatchObject(refused)
  })

  async function plantUser() {
    const users = [{ email: "ada@example.com", sessions: [{ factors: ["password"] as const }] }]
    const { users: made } = await emulator.reseed({ users })
    const [user] = made
    if (user === undefined) throw new Error("There is no user")
    return user
  }

  const closedToKeys = named.filter(({ scopes }) => !scopes.some((scope) => keyScopes.has(scope)))

  test.each(closedToKeys)("$name refuses a key that has none of its scopes", async ({ method, path }) => {
    await putProject("scopeless", { secret: "scopeless", scopes: [] })
    const scopeless = { "x-appwrite-project": "scopeless", "x-appwrite-key": "scopeless" }
    expect(await call(method, pathOf(path), {}, scopeless)).toMatchObject(refused)
  })

  async function putProject(id: string, ...keys: readonly object[]) {
    const headers = { "x-emulator-control": "1" }
    const url = `http://localhost/_emulator/projects/${id}`
    await emulator.fetch(new Request(url, { method: "PUT", headers, body: JSON.stringify({ keys }) }))
  }

  test.each(closedToGuests)("$name refuses a key of another project", async ({ method, path }) => {
    emulator.project("other", undefined)
    const { apiKey } = emulator.project()
    const foreign = { ...PROJECT, "x-appwrite-key": apiKey }
    expect((await call(method, pathOf(path), {}, foreign)).status).toBe(401)
  })
})
