import { expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"
import { PROFILES, profileOfVersion } from "./profiles.ts"

const KEY = "emulator"

async function call(emulator: Emulator, project: string, method: string, path: string, body?: object) {
  const headers = { "x-appwrite-project": project, "x-appwrite-key": KEY, "content-type": "application/json" }
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
  const response = await emulator.fetch(new Request(`http://localhost/v1${path}`, init))
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
}

const versionOf = async (emulator: Emulator, project: string) =>
  (await call(emulator, project, "GET", "/health/version")).body.version

const bothVersions = () =>
  createEmulator({ projects: [{ id: "new" }, { id: "old", appwrite: "1.5" }], hashCost: "fast" })

test("projects of two versions live side by side in one process", async () => {
  const emulator = await bothVersions()
  expect(await versionOf(emulator, "old")).toBe("1.5.11")
  expect(await versionOf(emulator, "new")).toBe("1.9.6")
  const user = { userId: "ada", email: "ada@example.com", password: "correct horse" }
  const [before, after] = await Promise.all([
    call(emulator, "old", "POST", "/users", user),
    call(emulator, "new", "POST", "/users", user),
  ])
  expect(before.body.hashOptions).toEqual({ type: "argon2", memoryCost: 2048, timeCost: 4, threads: 3 })
  expect(before.body).not.toHaveProperty("impersonator")
  expect(after.body.hashOptions).toMatchObject({ memory_cost: 65536 })
  expect(after.body).toMatchObject({ impersonator: false })
})

test("the emulator's own version is that of projects which name none, known or not", async () => {
  const emulator = await createEmulator({ appwrite: "1.5", projects: [{ id: "one" }] })
  expect(await versionOf(emulator, "one")).toBe("1.5.11")
  expect(await versionOf(emulator, "made-on-the-spot")).toBe("1.5.11")
  expect(await versionOf(emulator, "console")).toBe("1.5.11")
  emulator.project("two", { appwrite: "1.9" })
  expect(await versionOf(emulator, "two")).toBe("1.9.6")
})

test("a project keeps its version through resets, branches and snapshots", async () => {
  const emulator = await bothVersions()
  const old = emulator.project("old")
  const snapshot = emulator.snapshot()
  old.reset()
  emulator.reset()
  expect(await versionOf(emulator, "old")).toBe("1.5.11")
  emulator.restore(snapshot)
  expect(await versionOf(emulator, "old")).toBe("1.5.11")
  expect(await versionOf(emulator, old.branch().projectId)).toBe("1.5.11")
  expect(await versionOf(emulator.branch(), "old")).toBe("1.5.11")
})

test("the project in the query says which version answers", async () => {
  const emulator = await bothVersions()
  const ask = (query: string) =>
    emulator.fetch(
      new Request(`http://localhost/v1/nowhere${query}`, { headers: { "x-appwrite-project": "new" } }),
    )
  expect((await ask("?project=old")).headers.get("content-type")).toMatch("application/json")
  expect((await ask("")).headers.get("content-type")).toMatch("text/html")
})

test("routes of another version are unknown, and answered as that version does", async () => {
  const emulator = await bothVersions()
  await call(emulator, "old", "POST", "/users", { userId: "ada" })
  expect(await call(emulator, "old", "POST", "/users/ada/jwts", {})).toMatchObject({
    status: 404,
    body: { type: "general_route_not_found", version: "1.5.11" },
  })
  await call(emulator, "new", "POST", "/users", { userId: "ada" })
  expect((await call(emulator, "new", "POST", "/users/ada/jwts", {})).status).toBe(201)
})

test("a project gets its version through the emulator's door, and keeps it until another is named", async () => {
  const emulator = await createEmulator()
  const put = (body: object) =>
    emulator.fetch(
      new Request("http://localhost/_emulator/projects/shop", {
        method: "PUT",
        headers: { "x-emulator-control": "1" },
        body: JSON.stringify({ keys: [], ...body }),
      }),
    )
  expect((await put({ appwrite: "1.5" })).status).toBe(201)
  expect(await versionOf(emulator, "shop")).toBe("1.5.11")
  expect((await put({})).status).toBe(200)
  expect(await versionOf(emulator, "shop")).toBe("1.5.11")
  expect((await put({ appwrite: "1.9" })).status).toBe(200)
  expect(await versionOf(emulator, "shop")).toBe("1.9.6")
  const refused = await put({ appwrite: "1.6" })
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ error: expect.stringContaining("1.5, 1.9") })
})

test("the OpenAPI document is that of the named project's version", async () => {
  const emulator = await bothVersions()
  const ask = (query: string) =>
    emulator.fetch(
      new Request(`http://localhost/_emulator/openapi.json${query}`, {
        headers: { "x-emulator-control": "1" },
      }),
    )
  const before = JSON.parse(await (await ask("?project=old")).text())
  const after = JSON.parse(await (await ask("")).text())
  expect(before.info.version).toBe("1.5.11")
  expect(before.paths).not.toHaveProperty("/users/{userId}/jwts")
  expect(after.info.version).toBe("1.9.6")
  expect(after.paths).toHaveProperty("/users/{userId}/jwts")
  expect((await ask("?project=nobody")).status).toBe(404)
})

test.each([
  ["1.5.11", "1.5"],
  ["1.5.3", "1.5"],
  ["1.9", "1.9"],
  ["1.9.6", "1.9"],
  ["1.8.1", undefined],
  ["1.50.1", undefined],
  ["", undefined],
])("the profile of %j is %s", (version, name) => {
  expect(profileOfVersion(version)?.name).toBe(name)
})

test("each profile goes by its own name and version", () => {
  for (const [name, profile] of Object.entries(PROFILES)) {
    expect(profile.name).toBe(name)
    expect(profileOfVersion(profile.version)).toBe(profile)
  }
})
