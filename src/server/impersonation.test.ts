import { beforeEach, describe, expect, test } from "vitest"
import { missingScope, newScene, type Scene } from "../test-support/scene.ts"

let scene: Scene
let session: string

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com" })
  await scene.key("POST", "/users", { userId: "ben", email: "ben@acme.com", phone: "+14155550150" })
  session = (await scene.key("POST", "/users/ann/sessions")).body.secret
})

const list = (headers: Record<string, string>) => scene.caller(headers)("GET", "/users")
const account = (headers: Record<string, string>) => scene.caller(headers)("GET", "/account")

describe("an impersonator", () => {
  beforeEach(async () => {
    await scene.key("PATCH", "/users/ann/impersonator", { impersonator: true })
  })

  const as = (headers: Record<string, string>) => account({ "x-appwrite-session": session, ...headers })

  test.each([
    [{ "x-appwrite-impersonate-user-id": "ben" }],
    [{ "x-appwrite-impersonate-user-email": "Ben@Acme.com" }],
    [{ "x-appwrite-impersonate-user-phone": "+14155550150" }],
  ])("becomes whom %j names", async (headers) => {
    expect(await as(headers)).toMatchObject({
      status: 200,
      body: { $id: "ben", impersonatorUserId: "ann", accessedAt: "" },
    })
  })

  test.each(["impersonateUserId=ben", "impersonateuserid=ben", "impersonateEmail=BEN@acme.com"])(
    "becomes whom the parameter %s names",
    async (query) => {
      const call = scene.caller({ "x-appwrite-session": session })
      expect((await call("GET", `/account?${query}`)).body).toMatchObject({ $id: "ben" })
    },
  )

  test("goes by the ID first, and by the header before the parameter", async () => {
    const headers = {
      "x-appwrite-impersonate-user-id": "ben",
      "x-appwrite-impersonate-user-email": "ann@acme.com",
    }
    expect((await as(headers)).body.$id).toBe("ben")
    const call = scene.caller({ "x-appwrite-session": session, "x-appwrite-impersonate-user-id": "ann" })
    expect((await call("GET", "/account?impersonateUserId=ben")).body.$id).toBe("ann")
  })

  test("stays who they are where nobody is found", async () => {
    for (const id of ["nobody", ""]) {
      expect((await as({ "x-appwrite-impersonate-user-id": id })).body.$id).toBe("ann")
    }
  })

  test("may read the users, a user who is none may not", async () => {
    expect(await list({ "x-appwrite-session": session })).toMatchObject({ status: 200 })
    const other = (await scene.key("POST", "/users/ben/sessions")).body.secret
    expect(await list({ "x-appwrite-session": other })).toMatchObject(
      missingScope("ben@acme.com", "users", "users.read"),
    )
    expect(
      (await account({ "x-appwrite-session": other, "x-appwrite-impersonate-user-id": "ann" })).body.$id,
    ).toBe("ben")
  })
})
