import { beforeEach, describe, expect, test } from "vitest"
import { type CallAs, newScene, refusal, type Scene, SENT_CODE } from "../../test-support/scene.ts"

const MINUTE = 60_000
const MORE_FACTORS = refusal(401, "user_more_factors_required")

let scene: Scene
let session: CallAs

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com", phone: "+14155550150" })
  session = await scene.session("ann")
})

const verify = (emailVerification = true) =>
  scene.key("PATCH", "/users/ann/verification", { emailVerification })

const switchMfa = (mfa: boolean, call = session) => call("PATCH", "/account/mfa", { mfa })

/** Any route that only users with all their factors may use. */
const tryRoute = (call: CallAs) => call("PATCH", "/account/mfa", { mfa: true })

async function solve(call: CallAs) {
  const { body } = await call("POST", "/account/mfa/challenges", { factor: "email" })
  return call("PUT", "/account/mfa/challenges", { challengeId: body.$id, otp: SENT_CODE })
}

describe("switching it on", () => {
  test("answers the account", async () => {
    scene.wait(1000)
    const { status, body } = await switchMfa(true)
    expect(status).toBe(200)
    expect(body).toMatchObject({ $id: "ann", mfa: true, impersonatorUserId: null })
    expect(Date.parse(body.$updatedAt)).toBe(scene.now())
    expect(body).not.toHaveProperty("hash")
  })

  test("gives the session all that is verified, and leaves the others alone", async () => {
    await verify()
    await scene.key("PATCH", "/users/ann/verification/phone", { phoneVerification: true })
    const other = await scene.session("ann")
    await switchMfa(true)
    const { sessions } = (await scene.key("GET", "/users/ann/sessions")).body
    expect(sessions.map((one: { factors: string[] }) => one.factors)).toEqual([
      ["server", "email", "phone"],
      ["server"],
    ])
    expect(await tryRoute(session)).toMatchObject({ status: 200 })
    expect(await tryRoute(other)).toMatchObject(MORE_FACTORS)
  })

  test("twice changes the session no more", async () => {
    await verify()
    await switchMfa(true)
    const before = (await scene.key("GET", "/users/ann/sessions")).body
    scene.wait(1000)
    await switchMfa(true)
    expect((await scene.key("GET", "/users/ann/sessions")).body).toEqual(before)
  })

  test.each([{ mfa: "true" }, { mfa: 1 }, {}])("with %j is refused", async (body) => {
    expect(await session("PATCH", "/account/mfa", body)).toMatchObject(
      refusal(400, "general_argument_invalid"),
    )
  })

  test("by a JWT makes the server fail, and changes nothing", async () => {
    expect(await switchMfa(true, await scene.jwt("ann"))).toMatchObject(refusal(500, "general_unknown"))
    expect((await scene.key("GET", "/users/ann")).body.mfa).toBe(false)
  })
})

describe("a session with one factor", () => {
  let locked: CallAs

  beforeEach(async () => {
    await verify()
    await switchMfa(true)
    locked = await scene.session("ann")
  })

  test("can do no more than prove the second", async () => {
    expect(await tryRoute(locked)).toMatchObject(MORE_FACTORS)
    expect(await locked("POST", "/account/mfa/recovery-codes")).toMatchObject(MORE_FACTORS)
    expect(await locked("POST", "/account/mfa/authenticators/totp")).toMatchObject(MORE_FACTORS)
    expect(await locked("GET", "/account/mfa/recovery-codes")).toMatchObject(MORE_FACTORS)
    expect(await locked("GET", "/account/mfa/factors")).toMatchObject({
      status: 200,
      body: { totp: false, phone: false, email: true, recoveryCode: false },
    })
    expect(await solve(locked)).toMatchObject({ status: 200 })
    expect(await tryRoute(locked)).toMatchObject({ status: 200 })
  })

  test("is let in by a recovery code", async () => {
    const { recoveryCodes } = (await scene.key("PATCH", "/users/ann/mfa/recovery-codes")).body
    const { body } = await locked("POST", "/account/mfa/challenges", { factor: "recoveryCode" })
    await locked("PUT", "/account/mfa/challenges", { challengeId: body.$id, otp: recoveryCodes[3] })
    expect(await tryRoute(locked)).toMatchObject({ status: 200 })
  })

  test("is let in when MFA is off again, or nothing is verified any more", async () => {
    await scene.key("PATCH", "/users/ann/mfa", { mfa: false })
    expect(await locked("POST", "/account/mfa/authenticators/totp")).toMatchObject({ status: 200 })
    await scene.key("PATCH", "/users/ann/mfa", { mfa: true })
    expect(await tryRoute(locked)).toMatchObject(MORE_FACTORS)
    await verify(false)
    expect(await tryRoute(locked)).toMatchObject({ status: 200 })
  })

  test("recovery codes alone are no second factor to ask for", async () => {
    await verify(false)
    await scene.key("PATCH", "/users/ann/mfa/recovery-codes")
    expect(await tryRoute(locked)).toMatchObject({ status: 200 })
  })

  test("a JWT is not asked for factors", async () => {
    const jwt = await scene.jwt("ann")
    expect(await jwt("POST", "/account/mfa/recovery-codes")).toMatchObject({ status: 201 })
  })

  test("whoever acts in the user's name is not asked for theirs", async () => {
    await scene.key("POST", "/users", { userId: "root" })
    await scene.key("PATCH", "/users/root/impersonator", { impersonator: true })
    const root = await scene.session("root")
    const headers = { "x-appwrite-impersonate-user-id": "ann" }
    expect(await root("POST", "/account/mfa/recovery-codes", {}, headers)).toMatchObject({ status: 201 })
    expect(await root("PATCH", "/account/mfa", { mfa: false }, headers)).toMatchObject(
      refusal(500, "general_unknown"),
    )
    expect((await scene.key("GET", "/users/ann")).body.mfa).toBe(true)
  })
})

test("a verified flag counts, though there is no address that it could be about", async () => {
  await scene.key("POST", "/users", { userId: "ben" })
  const ben = await scene.session("ben")
  await scene.key("PATCH", "/users/ben/verification", { emailVerification: true })
  await switchMfa(true, ben)
  expect(await tryRoute(ben)).toMatchObject(MORE_FACTORS)
  expect((await ben("GET", "/account/mfa/factors")).body.email).toBe(false)
})

describe("protected routes", () => {
  const ROUTES = [
    ["GET", "/account/mfa/recovery-codes", "user_recovery_codes_not_found"],
    ["PATCH", "/account/mfa/recovery-codes", "user_recovery_codes_not_found"],
    ["DELETE", "/account/mfa/authenticators/totp", "user_authenticator_not_found"],
  ] as const

  test.each(ROUTES)("%s %s is open for 30 minutes after a challenge", async (method, path, notFound) => {
    const required = refusal(401, "user_challenge_required")
    expect(await session(method, path)).toMatchObject(required)
    await verify()
    await solve(session)
    expect(await session(method, path)).toMatchObject(refusal(404, notFound))
    scene.wait(30 * MINUTE)
    expect(await session(method, path)).toMatchObject(refusal(404, notFound))
    scene.wait(1)
    expect(await session(method, path)).toMatchObject(required)
    await solve(session)
    expect(await session(method, path)).toMatchObject(refusal(404, notFound))
  })

  test.each(ROUTES)("%s %s is not open to another session", async (method, path) => {
    await verify()
    await solve(session)
    const other = await scene.session("ann")
    expect(await other(method, path)).toMatchObject(refusal(401, "user_challenge_required"))
  })

  test.each(ROUTES)("%s %s fails for a JWT", async (method, path) => {
    expect(await (await scene.jwt("ann"))(method, path)).toMatchObject(refusal(500, "general_unknown"))
  })
})
