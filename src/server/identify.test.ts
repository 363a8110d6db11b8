import { beforeEach, describe, expect, test } from "vitest"
import { DEFAULT_API_KEY, DEFAULT_PROJECT } from "../emulator.ts"
import { missingScope, newScene, refusal, type Scene } from "../test-support/scene.ts"

let scene: Scene
let session: string
let jwt: string

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com" })
  await scene.key("POST", "/users", { userId: "ben", email: "ben@acme.com", phone: "+14155550150" })
  session = (await scene.key("POST", "/users/ann/sessions")).body.secret
  jwt = (await scene.key("POST", "/users/ann/jwts", {})).body.jwt
})

const KEY = { "x-appwrite-key": DEFAULT_API_KEY }

const list = (headers: Record<string, string>) => scene.caller(headers)("GET", "/users")
const account = (headers: Record<string, string>) => scene.caller(headers)("GET", "/account")

describe("an API key", () => {
  test("is good for what belongs to servers, not for anybody's account", async () => {
    expect(await list(KEY)).toMatchObject({ status: 200 })
    expect(await account(KEY)).toMatchObject(
      missingScope(`app.${DEFAULT_PROJECT}@service.localhost`, "applications", "account"),
    )
  })

  test.each(["wrong", "standard_wrong"])("that is %s is refused", async (wrong) => {
    expect(await list({ "x-appwrite-key": wrong })).toMatchObject(refusal(401, "user_unauthorized"))
  })

  test("of another kind that is not known is none", async () => {
    expect(await list({ "x-appwrite-key": "dynamic_wrong" })).toMatchObject(
      missingScope("User", "guests", "users.read"),
    )
    expect(await list({ "x-appwrite-key": "" })).toMatchObject(missingScope("User", "guests", "users.read"))
  })

  test("needs the project in a header", async () => {
    const response = await scene.emulator.fetch(
      new Request(`http://localhost/v1/users?project=${DEFAULT_PROJECT}`, { headers: KEY }),
    )
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ type: "project_id_missing" })
  })

  test("wins over a session and over a JWT", async () => {
    expect(await list({ ...KEY, "x-appwrite-session": session })).toMatchObject({ status: 200 })
    expect(await list({ ...KEY, "x-appwrite-jwt": jwt })).toMatchObject({ status: 200 })
    expect(await list({ ...KEY, "x-appwrite-session": session, "x-appwrite-jwt": jwt })).toMatchObject({
      status: 200,
    })
  })

  test("does not hide from a login that there is a session", async () => {
    const call = scene.caller({ ...KEY, "x-appwrite-session": session })
    expect(await call("POST", "/account/sessions/anonymous")).toMatchObject(
      refusal(401, "user_session_already_exists"),
    )
  })

  test("does not save a broken JWT", async () => {
    expect(await list({ ...KEY, "x-appwrite-jwt": "a.b.c" })).toMatchObject(refusal(401, "user_jwt_invalid"))
  })
})

describe("a session or a JWT", () => {
  test("is good for the account, not for what belongs to servers", async () => {
    for (const headers of [{ "x-appwrite-session": session }, { "x-appwrite-jwt": jwt }]) {
      expect(await account(headers)).toMatchObject({ status: 200, body: { $id: "ann" } })
      expect(await list(headers)).toMatchObject(missingScope("ann@acme.com", "users", "users.read"))
    }
  })

  test("must not come with the other", async () => {
    expect(await account({ "x-appwrite-session": session, "x-appwrite-jwt": jwt })).toMatchObject(
      refusal(403, "user_jwt_and_cookie_set"),
    )
    expect(
      await account({ "x-appwrite-session": session, "x-appwrite-jwt": jwt, origin: "https://evil.example" }),
    ).toMatchObject(refusal(403, "user_jwt_and_cookie_set"))
  })

  test("that is worth nothing may come with the other", async () => {
    expect(await account({ "x-appwrite-session": "rubbish", "x-appwrite-jwt": jwt })).toMatchObject({
      body: { $id: "ann" },
    })
  })

  test("of a blocked user is refused, after the scopes", async () => {
    await scene.key("PATCH", "/users/ann/status", { status: false })
    for (const headers of [{ "x-appwrite-session": session }, { "x-appwrite-jwt": jwt }]) {
      expect(await account(headers)).toMatchObject(refusal(403, "user_blocked"))
      expect(await list(headers)).toMatchObject(missingScope("ann@acme.com", "users", "users.read"))
    }
  })

  test("of a deleted user is nobody's", async () => {
    await scene.key("DELETE", "/users/ann")
    for (const headers of [{ "x-appwrite-session": session }, { "x-appwrite-jwt": jwt }]) {
      expect(await account(headers)).toMatchObject(missingScope("User", "guests", "account"))
    }
  })
})

describe("the project", () => {
  test("is made when a request first names it, with the default key", async () => {
    expect(await list({ ...KEY, "x-appwrite-project": "new-one" })).toMatchObject({
      status: 200,
      body: { total: 0 },
    })
    expect((await list(KEY)).body.total).toBe(2)
  })

  test("keeps its users to itself", async () => {
    const other = scene.caller({ ...KEY, "x-appwrite-project": "new-one" })
    await other("POST", "/users", { userId: "ann", email: "ann@acme.com" })
    expect((await other("GET", "/users")).body.total).toBe(1)
    expect((await list(KEY)).body.total).toBe(2)
  })

  test("must have a good ID", async () => {
    expect(await list({ ...KEY, "x-appwrite-project": "not a project" })).toMatchObject(
      refusal(404, "project_not_found"),
    )
  })

  test("is the server's own where none is named, whose doors are shut", async () => {
    expect(await list({ "x-appwrite-project": "" })).toMatchObject(
      missingScope("User", "guests", "users.read"),
    )
    expect(await list({ ...KEY, "x-appwrite-project": "" })).toMatchObject(refusal(403, "project_id_missing"))
    expect(await list({ "x-appwrite-project": "", "x-appwrite-mode": "admin" })).toMatchObject(
      refusal(400, "general_bad_request"),
    )
  })
})
