import { expect, test } from "vitest"
import { type Call, newStage } from "./stage.ts"

interface Made {
  /** Where it is found, changed and deleted. */
  readonly path: string
  readonly changes?: readonly (readonly [method: string, path: string, sent: object])[]
}

/** Things that can be made and deleted, each with how. */
const KINDS: Readonly<Record<string, (call: Call) => Promise<Made>>> = {
  async user(call) {
    await call("POST", "/users", { userId: "ada", email: "ada@example.com" })
    return {
      path: "/users/ada",
      changes: [
        ["PATCH", "/name", { name: "Ada" }],
        ["PATCH", "/status", { status: false }],
        ["PATCH", "/prefs", { prefs: { a: 1 } }],
        ["PUT", "/labels", { labels: ["a"] }],
        ["POST", "/sessions", {}],
        ["POST", "/tokens", {}],
        ["POST", "/targets", { targetId: "t", providerType: "email", identifier: "b@example.com" }],
        ["GET", "/prefs", {}],
        ["GET", "/sessions", {}],
        ["GET", "/targets", {}],
        ["GET", "/memberships", {}],
        ["GET", "/logs", {}],
      ],
    }
  },
  async target(call) {
    await call("POST", "/users", { userId: "ada" })
    const target = { targetId: "t", providerType: "email", identifier: "b@example.com" }
    await call("POST", "/users/ada/targets", target)
    return { path: "/users/ada/targets/t", changes: [["PATCH", "", { name: "new" }]] }
  },
  async team(call) {
    await call("POST", "/teams", { teamId: "crew", name: "Crew" })
    return {
      path: "/teams/crew",
      changes: [
        ["PUT", "", { name: "New" }],
        ["GET", "/memberships", {}],
        ["GET", "/prefs", {}],
        ["PUT", "/prefs", { prefs: {} }],
      ],
    }
  },
  async membership(call) {
    await call("POST", "/users", { userId: "ada", email: "ada@example.com" })
    await call("POST", "/teams", { teamId: "crew", name: "Crew" })
    const { body } = await call("POST", "/teams/crew/memberships", { userId: "ada", roles: ["owner"] })
    return { path: `/teams/crew/memberships/${body.$id}`, changes: [["PATCH", "", { roles: ["owner"] }]] }
  },
  async key(call) {
    const key = { keyId: "reader", name: "Reader", scopes: ["users.read"] }
    await call("POST", "/project/keys", key)
    return { path: "/project/keys/reader", changes: [["PUT", "", { name: "New", scopes: [] }]] }
  },
  async "mock phone"(call) {
    await call("POST", "/project/mock-phones", { number: "+15555550100", otp: "123456" })
    return { path: "/project/mock-phones/+15555550100", changes: [["PUT", "", { otp: "654321" }]] }
  },
  async provider(call) {
    const provider = { providerId: "mail", name: "Mail", apiKey: "x", from: "a@example.com" }
    await call("POST", "/messaging/providers/sendgrid", provider)
    return { path: "/messaging/providers/mail" }
  },
}

test.each(Object.entries(KINDS))(
  "a %s is there once it is made, and unusable once it is deleted",
  async (_, make) => {
    const { call } = await newStage()
    const { path, changes = [] } = await make(call)
    expect((await call("GET", path)).status).toBe(200)
    expect((await call("DELETE", path)).status).toBe(204)
    for (const [method, below, sent] of [["GET", "", {}], ["DELETE", "", {}], ...changes] as const) {
      expect([method, below, (await call(method, path + below, sent)).status]).toEqual([method, below, 404])
    }
  },
)

test("a made thing can be made again after it was deleted, and is a new one", async () => {
  const { call } = await newStage()
  for (const make of Object.values(KINDS)) {
    const { path } = await make(call)
    await call("DELETE", path)
    const again = await make(call)
    expect((await call("GET", again.path)).status).toBe(200)
    expect((await call("DELETE", again.path)).status).toBe(204)
  }
})

test("logins of a deleted user are worth nothing", async () => {
  const { call } = await newStage()
  await call("POST", "/users", { userId: "ada" })
  const session = (await call("POST", "/users/ada/sessions")).body.secret
  const jwt = (await call("POST", "/users/ada/jwts")).body.jwt
  const token = (await call("POST", "/users/ada/tokens")).body.secret
  await call("DELETE", "/users/ada")
  const project = { "x-appwrite-project": "emulator" }
  const asSession = { ...project, "x-appwrite-session": session }
  expect((await call("GET", "/account", {}, asSession)).status).toBe(401)
  expect((await call("GET", "/account", {}, { ...project, "x-appwrite-jwt": jwt })).status).toBe(401)
  const login = { userId: "ada", secret: token }
  expect((await call("POST", "/account/sessions/token", login, project)).status).toBe(401)
})
