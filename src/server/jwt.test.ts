import { beforeEach, describe, expect, test } from "vitest"
import { missingScope, newScene, refusal, type Scene } from "../test-support/scene.ts"

let scene: Scene
let jwt: string

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com" })
  await scene.key("POST", "/users", { userId: "ben", email: "ben@acme.com", phone: "+14155550150" })
  jwt = (await scene.key("POST", "/users/ann/jwts", {})).body.jwt
})

const account = (headers: Record<string, string>) => scene.caller(headers)("GET", "/account")

describe("a JWT", () => {
  const failed = (reason: string) => ({
    ...refusal(401, "user_jwt_invalid"),
    body: { message: `Failed to verify JWT. ${reason}` },
  })
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

  test.each([
    ["without dots", "x", "Invalid token: Incomplete segments"],
    ["that is no JSON", "a.b.c", "JSON failed: Syntax error"],
    ["without an algorithm", `${encode({})}.e30.x`, "Invalid token: Missing header algo"],
    ["of no algorithm", `${encode({ alg: "none" })}.e30.`, "Invalid token: Unsupported header algo"],
    [
      "of somebody else",
      `${encode({ alg: "HS256" })}.${encode({ userId: "ann" })}.x`,
      "Invalid token: Signature failed",
    ],
  ])("%s is refused", async (_what, text, reason) => {
    expect(await account({ "x-appwrite-jwt": text })).toMatchObject(failed(reason))
  })

  test("whose claims were changed is refused", async () => {
    const [header, , signature] = jwt.split(".")
    const changed = [header, encode({ userId: "ben", sessionId: "", exp: 9_999_999_999 }), signature].join(
      ".",
    )
    expect(await account({ "x-appwrite-jwt": changed })).toMatchObject(
      failed("Invalid token: Signature failed"),
    )
  })

  test("lives to the second", async () => {
    scene.wait(899_999)
    expect(await account({ "x-appwrite-jwt": jwt })).toMatchObject({ status: 200 })
    scene.wait(1)
    expect(await account({ "x-appwrite-jwt": jwt })).toMatchObject(failed("Invalid token: Expired"))
  })

  test("dies with the session that it names", async () => {
    await scene.key("POST", "/users/ann/sessions")
    const made = await scene.key("POST", "/users/ann/jwts", { sessionId: "recent" })
    const headers = { "x-appwrite-jwt": made.body.jwt }
    expect(await account(headers)).toMatchObject({ status: 200 })
    await scene.key("DELETE", "/users/ann/sessions")
    expect(await account(headers)).toMatchObject(missingScope("User", "guests", "account"))
    expect(await account({ "x-appwrite-jwt": jwt })).toMatchObject({ status: 200 })
  })
})
