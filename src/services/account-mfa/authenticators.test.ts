import { beforeEach, describe, expect, test } from "vitest"
import { totpCode } from "../../contract/totp.ts"
import { type CallAs, newScene, refusal, type Scene } from "../../test-support/scene.ts"

const PATH = "/account/mfa/authenticators/totp"
const HALF_MINUTE = 30_000

let scene: Scene
let session: CallAs

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com" })
  session = await scene.session("ann")
})

/** Sets up an authenticator, without confirming it. */
const start = async (): Promise<string> => (await session("POST", PATH)).body.secret

const confirm = async (otp: string, call = session) => call("PUT", PATH, { otp })

/** Sets up and confirms an authenticator. */
async function setUp(): Promise<string> {
  const secret = await start()
  await confirm(await totpCode(secret, scene.now()))
  return secret
}

/** Solves a challenge with what the authenticator shows. */
async function solve(secret: string, call = session) {
  const { body } = await call("POST", "/account/mfa/challenges", { factor: "totp" })
  return call("PUT", "/account/mfa/challenges", {
    challengeId: body.$id,
    otp: await totpCode(secret, scene.now()),
  })
}

const factorsOf = async (call: CallAs, path: string) => (await call("GET", path)).body.totp

describe("setting up", () => {
  test("the client is told a secret and its URI", async () => {
    const { status, body } = await session("POST", PATH)
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(["secret", "uri"])
    expect(body.secret).toMatch(/^[A-Z2-7]{103}$/)
    expect(body.uri).toBe(`otpauth://totp/emulator%3Aann%40acme.com?issuer=emulator&secret=${body.secret}`)
  })

  test("it is a factor only once it is confirmed", async () => {
    const secret = await start()
    expect(await factorsOf(session, "/account/mfa/factors")).toBe(false)
    const { status, body } = await confirm(await totpCode(secret, scene.now()))
    expect(status).toBe(200)
    expect(body).toMatchObject({ $id: "ann", mfa: false })
    expect(body).not.toHaveProperty("password")
    expect(await factorsOf(session, "/account/mfa/factors")).toBe(true)
    expect(await factorsOf(scene.key, "/users/ann/mfa/factors")).toBe(true)
  })

  test("the session that confirms it has proven it, no other one", async () => {
    await scene.session("ann")
    await setUp()
    const { sessions } = (await scene.key("GET", "/users/ann/sessions")).body
    expect(sessions.map((one: { factors: string[] }) => one.factors)).toEqual([
      ["server", "totp"],
      ["server"],
    ])
    expect(sessions[0].mfaUpdatedAt).toBe("")
  })

  test("the codes of half a minute before and after are refused", async () => {
    const secret = await start()
    for (const moment of [-HALF_MINUTE, HALF_MINUTE]) {
      expect(await confirm(await totpCode(secret, scene.now() + moment))).toMatchObject(
        refusal(401, "user_invalid_token"),
      )
    }
    expect(await factorsOf(session, "/account/mfa/factors")).toBe(false)
  })

  test("until it is confirmed a new one takes its place, and the old secret is dead", async () => {
    const old = await start()
    const secret = await start()
    expect(secret).not.toBe(old)
    expect(await confirm(await totpCode(old, scene.now()))).toMatchObject(refusal(401, "user_invalid_token"))
    expect(await confirm(await totpCode(secret, scene.now()))).toMatchObject({ status: 200 })
  })

  test("a confirmed one stays", async () => {
    const secret = await setUp()
    const verified = refusal(409, "user_authenticator_already_verified")
    expect(await session("POST", PATH)).toMatchObject(verified)
    expect(await confirm(await totpCode(secret, scene.now()))).toMatchObject(verified)
  })

  test("there is nothing to confirm before", async () => {
    expect(await confirm("123456")).toMatchObject(refusal(404, "user_authenticator_not_found"))
  })

  test("a user without email can't", async () => {
    await scene.key("POST", "/users", { userId: "ben" })
    const ben = await scene.session("ben")
    expect(await ben("POST", PATH)).toMatchObject(refusal(500, "general_unknown"))
    expect(await ben("PUT", PATH, { otp: "1" })).toMatchObject(refusal(404, "user_authenticator_not_found"))
  })

  test("a JWT sets it up, but has no session to confirm it in", async () => {
    const jwt = await scene.jwt("ann")
    const { body } = await jwt("POST", PATH)
    const code = await totpCode(body.secret, scene.now())
    expect(await confirm(code, jwt)).toMatchObject(refusal(500, "general_unknown"))
    expect(await confirm(code)).toMatchObject({ status: 200 })
  })
})

describe("its type", () => {
  test("in capitals passes the check and is unknown afterwards", async () => {
    const path = PATH.toUpperCase().replace("/ACCOUNT/MFA/AUTHENTICATORS", "/account/mfa/authenticators")
    const secret = await start()
    const otp = await totpCode(secret, scene.now())
    expect(await session("POST", path)).toMatchObject(refusal(400, "general_argument_invalid"))
    expect((await session("POST", path)).body.message).toBe("Unknown type.")
    expect(await session("PUT", path, { otp })).toMatchObject(refusal(404, "user_authenticator_not_found"))
  })

  test("must be totp", async () => {
    const { status, body } = await session("POST", "/account/mfa/authenticators/sms")
    expect(status).toBe(400)
    expect(body.message).toBe("Invalid `type` param: Value must be one of (totp)")
  })
})

describe("in challenges", () => {
  test("the code of the moment is right", async () => {
    const secret = await setUp()
    scene.wait(HALF_MINUTE)
    expect(await solve(secret)).toMatchObject({ status: 200 })
  })

  test("one that was never confirmed will do, too", async () => {
    const { status, body } = await solve(await start())
    expect(status).toBe(200)
    expect(body.factors).toEqual(["server", "totp"])
  })

  test("without one the server fails", async () => {
    const { body } = await session("POST", "/account/mfa/challenges", { factor: "totp" })
    expect(
      await session("PUT", "/account/mfa/challenges", { challengeId: body.$id, otp: "123456" }),
    ).toMatchObject(refusal(500, "general_unknown"))
  })
})

describe("deleting", () => {
  test("takes a solved challenge", async () => {
    const secret = await setUp()
    expect(await session("DELETE", PATH)).toMatchObject(refusal(401, "user_challenge_required"))
    await solve(secret)
    expect(await session("DELETE", PATH)).toMatchObject({ status: 204, body: null })
    expect(await factorsOf(session, "/account/mfa/factors")).toBe(false)
    expect(await session("DELETE", PATH)).toMatchObject(refusal(404, "user_authenticator_not_found"))
  })

  test("the server needs none", async () => {
    await setUp()
    expect(await scene.key("DELETE", "/users/ann/mfa/authenticators/totp")).toMatchObject({ status: 204 })
    expect(await session("POST", PATH)).toMatchObject({ status: 200 })
  })

  test("goes with the user", async () => {
    await setUp()
    await scene.key("DELETE", "/users/ann")
    await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com" })
    expect(await factorsOf(scene.key, "/users/ann/mfa/factors")).toBe(false)
  })
})
