import { beforeEach, describe, expect, test } from "vitest"
import { type CallAs, newScene, refusal, type Scene } from "../../test-support/scene.ts"

const PASSWORD = "correct-horse-9"
const DAY = 86_400_000

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
})

const signUp = (userId: string, email = `${userId}@acme.com`, caller: CallAs = scene.guest) =>
  caller("POST", "/account", { userId, email, password: PASSWORD })

describe("signing up", () => {
  test("answers the account, without what belongs to the password", async () => {
    const { status, body } = await signUp("ann", "Ann@Acme.com")
    expect(status).toBe(201)
    expect(body).toMatchObject({ $id: "ann", email: "ann@acme.com", accessedAt: body.$createdAt })
    expect(body.targets).toMatchObject([{ providerType: "email", identifier: "ann@acme.com" }])
    for (const name of ["password", "hash", "hashOptions"]) expect(body).not.toHaveProperty(name)
  })

  test("makes no session, and changes nothing for who has one", async () => {
    await signUp("ann")
    const ann = await scene.session("ann")
    expect((await signUp("ben", "ben@acme.com", ann)).status).toBe(201)
    expect((await ann("GET", "/account")).body.$id).toBe("ann")
    expect((await scene.key("GET", "/users/ben/sessions")).body.total).toBe(0)
  })

  test("stands in the log of the new user", async () => {
    await signUp("ann")
    expect((await scene.key("GET", "/users/ann/logs")).body.logs).toMatchObject([
      { event: "user.create", userId: "ann", userEmail: "ann@acme.com" },
    ])
  })

  test("is refused to an email without a canonical form", async () => {
    expect(await signUp("ann", "-x@yahoo.com")).toMatchObject(refusal(400, "general_invalid_email"))
  })

  test("is refused where an identity holds the email", async () => {
    await scene.guest("GET", "/account/sessions/oauth2/github?email=ann@acme.com")
    const { users } = (await scene.key("GET", "/users")).body
    await scene.key("PATCH", `/users/${users[0].$id}/email`, { email: "other@acme.com" })
    expect(await signUp("ann")).toMatchObject(refusal(400, "general_bad_request"))
  })

  test.each([
    ["/account", { userId: "b", email: "b@acme.com", password: PASSWORD }],
    ["/account/sessions/anonymous", {}],
    ["/account/tokens/email", { userId: "b", email: "b@acme.com" }],
    ["/account/tokens/magic-url", { userId: "b", email: "b@acme.com" }],
    ["/account/tokens/phone", { userId: "b", phone: "+14155550150" }],
  ])("by %s stops at the limit of users", async (path, body) => {
    await scene.key("PATCH", "/project/policies/user-limit", { total: 1 })
    expect((await signUp("ann")).status).toBe(201)
    expect(await scene.guest("POST", path, body)).toMatchObject(refusal(400, "user_count_exceeded"))
    expect((await scene.key("GET", "/users")).body.total).toBe(1)
  })

  test("compares the password with the ID as it was sent", async () => {
    await scene.key("PATCH", "/project/policies/password-personal-data", { enabled: true })
    const body = { userId: "unique()", email: "ann@acme.com", password: "my-unique()-word" }
    expect(await scene.guest("POST", "/account", body)).toMatchObject(refusal(400, "password_personal_data"))
  })
})

describe("the own account", () => {
  let ann: CallAs

  beforeEach(async () => {
    await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com", password: PASSWORD })
    ann = await scene.session("ann")
  })

  test("shows an access that the request itself has moved as the database holds it", async () => {
    expect((await ann("GET", "/account")).body.accessedAt).toBe("2026-01-02 03:04:05.000")
    expect((await ann("GET", "/account")).body.accessedAt).toBe("2026-01-02T03:04:05.000+00:00")
    scene.wait(DAY)
    expect((await ann("GET", "/account")).body.accessedAt).toBe("2026-01-02T03:04:05.000+00:00")
    scene.wait(1)
    expect((await ann("GET", "/account")).body.accessedAt).toBe("2026-01-03 03:04:05.001")
  })

  test("keeps mfa and targets in old response formats, where a user loses them", async () => {
    const old = { "x-appwrite-response-format": "1.4.0" }
    const account = (await ann("GET", "/account", undefined, old)).body
    const user = (await scene.key("GET", "/users/ann", undefined, old)).body
    for (const name of ["mfa", "targets"]) {
      expect(account).toHaveProperty(name)
      expect(user).not.toHaveProperty(name)
    }
  })

  test("keeps a taken email from being guessed", async () => {
    await scene.key("POST", "/users", { userId: "ben", email: "ben@acme.com" })
    const { targets } = (await scene.key("GET", "/users/ben")).body
    await scene.key("DELETE", `/users/ben/targets/${targets[0].$id}`)
    expect(await ann("PATCH", "/account/email", { email: "ben@acme.com", password: PASSWORD })).toMatchObject(
      refusal(400, "general_bad_request"),
    )
  })

  test("blocks itself, and gives up its cookies", async () => {
    const { body, headers } = await ann("PATCH", "/account/status", {})
    expect(body.status).toBe(false)
    expect(headers.get("x-fallback-cookies")).toBe("[]")
    expect(headers.getSetCookie()).toHaveLength(2)
    expect(await ann("GET", "/account")).toMatchObject(refusal(403, "user_blocked"))
  })

  test("goes with all that it had, and its ID and email are free", async () => {
    expect((await ann("DELETE", "/account")).status).toBe(204)
    expect(await ann("GET", "/account")).toMatchObject(refusal(401, "general_unauthorized_scope"))
    expect((await signUp("ann")).status).toBe(201)
    expect((await scene.key("GET", "/users/ann/logs")).body.total).toBe(1)
  })
})
