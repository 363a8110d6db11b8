import { beforeEach, describe, expect, test } from "vitest"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT, type Emulator } from "../../emulator.ts"
import { systemRandomness } from "../../store/randomness.ts"

type Headers = Record<string, string>

const KEY: Headers = { "x-appwrite-key": DEFAULT_API_KEY }
const GUEST: Headers = {}
const SECRET_BYTES = 128
const INVITATION = { roles: ["dev"], url: "http://localhost/join" }

let emulator: Emulator
let owner: Headers
/** The secret that was drawn last. */
let secret: string

async function send(method: string, path: string, body?: object, caller = KEY) {
  return emulator.fetch(
    new Request(`http://localhost/v1${path}`, {
      method,
      headers: { "content-type": "application/json", "x-appwrite-project": DEFAULT_PROJECT, ...caller },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
}

async function call(method: string, path: string, body?: object, caller = KEY) {
  const response = await send(method, path, body, caller)
  return { status: response.status, body: JSON.parse((await response.text()) || "null") }
}

async function sessionOf(userId: string): Promise<Headers> {
  return { "x-appwrite-session": (await call("POST", `/users/${userId}/sessions`, {})).body.secret }
}

async function invite(who: object) {
  const { status, body } = await call("POST", "/teams/t/memberships", { ...INVITATION, ...who }, owner)
  return { status, body, path: `/teams/t/memberships/${body.$id}/status`, secret }
}

beforeEach(async () => {
  const system = systemRandomness()
  emulator = await createEmulator({
    randomness: {
      bytes(length) {
        const bytes = system.bytes(length)
        if (length === SECRET_BYTES) secret = Buffer.from(bytes).toString("hex")
        return bytes
      },
    },
  })
  for (const userId of ["owner", "guest", "other"]) {
    await call("POST", "/users", { userId, email: `${userId}@acme.com`, name: userId })
  }
  owner = await sessionOf("owner")
  await call("POST", "/teams", { teamId: "t", name: "Team" }, owner)
})

describe("accepting", () => {
  test("makes a member, proves the email and logs a guest in", async () => {
    const { path, secret } = await invite({ userId: "guest" })
    const response = await send("PATCH", path, { userId: "guest", secret }, GUEST)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ userId: "guest", confirm: true, roles: ["dev"] })
    const [session] = Object.values(JSON.parse(response.headers.get("x-fallback-cookies") ?? "{}"))
    const { body: teams } = await call("GET", "/teams", undefined, { "x-appwrite-session": String(session) })
    expect(teams).toMatchObject({ total: 1, teams: [{ $id: "t", total: 2 }] })
    expect((await call("GET", "/users/guest")).body.emailVerification).toBe(true)
    const { sessions } = (await call("GET", "/users/guest/sessions")).body
    expect(sessions).toMatchObject([{ provider: "email", providerUid: "guest@acme.com", factors: ["email"] }])
  })

  test("with the own session brings no other one", async () => {
    const own = await sessionOf("guest")
    const { path, secret } = await invite({ email: "Guest@Acme.com" })
    const response = await send("PATCH", path, { userId: "guest", secret }, own)
    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie()).toEqual([])
    expect((await call("GET", "/users/guest/sessions")).body.total).toBe(1)
  })

  test("works once", async () => {
    const { path, secret } = await invite({ userId: "guest" })
    await call("PATCH", path, { userId: "guest", secret }, GUEST)
    expect(await call("PATCH", path, { userId: "guest", secret }, GUEST)).toMatchObject({
      status: 409,
      body: { type: "membership_already_confirmed" },
    })
    expect((await call("GET", "/teams/t")).body.total).toBe(2)
  })

  test("is for the invited, and for who has the secret", async () => {
    const { path, secret } = await invite({ userId: "guest" })
    const other = await sessionOf("other")
    const before = await call("GET", "/teams/t/memberships")
    const wrong = `${secret.slice(0, -1)}${secret.endsWith("0") ? "1" : "0"}`
    const attempts = [
      [{ userId: "guest", secret: wrong }, GUEST, "The team invitation secret is invalid. Please request a"],
      [{ userId: "other", secret }, GUEST, "Invite does not belong to current user ()"],
      [{ userId: "nobody", secret }, GUEST, "Invite does not belong to current user ()"],
      [{ userId: "other", secret }, other, "Invite does not belong to current user (other@acme.com)"],
      [{ userId: "guest", secret }, other, "Invite does not belong to current user (other@acme.com)"],
      [{ userId: "guest", secret }, KEY, "role: applications"],
    ] as const
    for (const [acceptance, caller, message] of attempts) {
      const answer = await call("PATCH", path, acceptance, caller)
      expect(answer.status).toBe(401)
      expect(answer.body.message).toContain(message)
    }
    expect(await call("GET", "/teams/t/memberships")).toEqual(before)
  })

  test("needs the right team", async () => {
    const { path, secret } = await invite({ userId: "guest" })
    await call("POST", "/teams", { teamId: "u", name: "U" })
    for (const [teamId, type] of [
      ["none", "team_not_found"],
      ["u", "team_membership_mismatch"],
    ]) {
      const moved = path.replace("/t/", `/${teamId}/`)
      expect(await call("PATCH", moved, { userId: "guest", secret }, GUEST)).toMatchObject({
        status: 404,
        body: { type },
      })
    }
  })

  test("is no longer possible with the secret of before, once invited anew", async () => {
    const first = await invite({ userId: "guest" })
    const second = await invite({ userId: "guest", roles: ["other"] })
    expect(second.body).toMatchObject({ $id: first.body.$id, roles: ["dev"], confirm: false, joined: "" })
    const accept = (secret: string) => call("PATCH", first.path, { userId: "guest", secret }, GUEST)
    expect((await accept(first.secret)).body.type).toBe("team_invalid_secret")
    expect((await accept(second.secret)).status).toBe(200)
  })
})

describe("inviting somebody new", () => {
  test("by email creates a user with a password that nobody knows, and without targets", async () => {
    const { body } = await invite({ email: "New@Acme.com" })
    expect(body).toMatchObject({ userName: "new@acme.com", userEmail: "new@acme.com" })
    expect((await call("GET", `/users/${body.userId}`)).body).toMatchObject({
      email: "new@acme.com",
      emailIsCorporate: true,
      password: expect.stringMatching(/^\$argon2id\$/),
      hashOptions: { memory_cost: 7168, time_cost: 5, threads: 1 },
      passwordUpdate: "",
      accessedAt: "",
      targets: [],
    })
  })

  test("by phone takes the name that was sent", async () => {
    const { body } = await invite({ phone: "+14155550187", name: "Phil" })
    expect((await call("GET", `/users/${body.userId}`)).body).toMatchObject({
      name: "Phil",
      email: "",
      phone: "+14155550187",
      emailIsFree: null,
    })
  })

  test("leaves the user behind, if the caller may not invite", async () => {
    const added = await call("POST", "/teams/t/memberships", { userId: "other", roles: [] })
    expect(added.status).toBe(201)
    const invitation = { ...INVITATION, email: "new@acme.com" }
    const refused = await call("POST", "/teams/t/memberships", invitation, await sessionOf("other"))
    expect(refused).toMatchObject({ status: 401, body: { type: "user_unauthorized" } })
    expect((await call("GET", "/users?search=new")).body.total).toBe(1)
    expect((await call("GET", "/teams/t/memberships")).body.total).toBe(2)
  })

  test("is refused to clients, but not to keys, when the project is full", async () => {
    await call("PATCH", "/project/policies/user-limit", { total: 3 })
    expect((await invite({ email: "new@acme.com" })).body).toMatchObject({
      type: "user_count_exceeded",
      message: "Project registration is restricted. Contact your administrator for more information.",
    })
    const byKey = await call("POST", "/teams/t/memberships", { email: "new@acme.com", roles: [] })
    expect(byKey.status).toBe(201)
  })
})

test.each([
  [{ userId: "guest", email: "x@acme.com" }, "Given userId and email doesn't match"],
  [{ userId: "guest", phone: "+14155550187" }, "Given userId and phone doesn't match"],
  [{ email: "guest@acme.com", phone: "+14155550187" }, "Given email and phone doesn't match"],
  [{ userId: "0" }, "At least one of userId, email, or phone is required"],
])("an invitation must fit together: %j", async (who, message) => {
  expect((await invite(who)).body.message).toBe(message)
})
