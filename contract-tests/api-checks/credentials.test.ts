import { expect, test } from "vitest"
import { guestScopes, userScopes } from "../../src/scopes.ts"
import { loadEndpoints } from "../../src/services/services.ts"
import { newStage, PROJECT } from "./stage.ts"

const endpoints = await loadEndpoints()
const { call, emulator } = await newStage()
const pathOf = (path: string) => path.replace(/:(\w+)/g, "some")

const named = endpoints.map((endpoint) => ({ ...endpoint, name: `${endpoint.method} ${endpoint.path}` }))
const closedToGuests = named.filter(({ scopes }) => !scopes.some((scope) => guestScopes.has(scope)))
const closedToUsers = named.filter(({ scopes }) => !scopes.some((scope) => userScopes.has(scope)))

test("there are routes of both kinds", () => {
  expect(closedToGuests.length).toBeGreaterThan(100)
  expect(closedToUsers.length).toBeGreaterThan(50)
})

test.each(closedToGuests)("$name refuses guests, whatever they send", async ({ method, path }) => {
  expect(await call(method, pathOf(path), {}, PROJECT)).toMatchObject({
    status: 401,
    body: { type: "general_unauthorized_scope" },
  })
})

test.each(named)("$name refuses a wrong key, also where guests may call", async ({ method, path }) => {
  const wrong = { ...PROJECT, "x-appwrite-key": "wrong" }
  expect(await call(method, pathOf(path), {}, wrong)).toMatchObject({
    status: 401,
    body: { type: "user_unauthorized" },
  })
})

test.each(closedToUsers)("$name refuses users", async ({ method, path }) => {
  await call("POST", "/users", { userId: "ada" })
  const { body } = await call("POST", "/users/ada/sessions")
  const session = { ...PROJECT, "x-appwrite-session": body.secret }
  expect(await call(method, pathOf(path), {}, session)).toMatchObject({
    status: 401,
    body: { type: "general_unauthorized_scope" },
  })
})

test.each(closedToGuests)("$name refuses a key of another project", async ({ method, path }) => {
  emulator.project("other", undefined)
  const { apiKey } = emulator.project()
  const foreign = { ...PROJECT, "x-appwrite-key": apiKey }
  expect((await call(method, pathOf(path), {}, foreign)).status).toBe(401)
})
