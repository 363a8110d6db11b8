import { beforeEach, describe, expect, test } from "vitest"
import { type CallAs, newScene, refusal, type Scene, SENT_CODE } from "../../test-support/scene.ts"

const PATH = "/account/mfa/challenges"
const HOUR = 3_600_000

let scene: Scene
let session: CallAs

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com", phone: "+14155550150" })
  await scene.key("PATCH", "/users/ann/verification", { emailVerification: true })
  await scene.key("PATCH", "/users/ann/verification/phone", { phoneVerification: true })
  session = await scene.session("ann")
})

describe("asking for a challenge", () => {
  test.each(["email", "phone", "totp", "recoveryCode", "recoverycode", "EMAIL"])("for %s", async (factor) => {
    const { status, body } = await session("POST", PATH, { factor })
    expect(status).toBe(201)
    expect(Object.keys(body)).toEqual(["$id", "$createdAt", "userId", "expire"])
    expect(body.userId).toBe("ann")
    expect(Date.parse(body.expire) - Date.parse(body.$createdAt)).toBe(HOUR)
  })

  test("for a factor that does not exist", async () => {
    expect((await session("POST", PATH, { factor: "sms" })).body.message).toBe(
      "Invalid `factor` param: Value must be one of (email, phone, totp, recoverycode)",
    )
  })

  test.each([
    ["email", "/users/ann/verification", { emailVerification: false }, "User email is not verified"],
    ["phone", "/users/ann/verification/phone", { phoneVerification: false }, "User phone is not verified"],
  ])("by an unverified %s is refused", async (factor, path, body, message) => {
    await scene.key("PATCH", path, body)
    expect(await session("POST", PATH, { factor })).toMatchObject({
      ...refusal(400, `user_${factor}_not_verified`),
      body: { message },
    })
  })

  test.each(["email", "phone"])("by %s, without one, is refused", async (factor) => {
    await scene.key("POST", "/users", { userId: "ben" })
    expect(await (await scene.session("ben"))("POST", PATH, { factor })).toMatchObject(
      refusal(400, `user_${factor}_not_found`),
    )
  })

  test("leaves a challenge behind even when it is refused: the user is no longer without anything", async () => {
    await scene.key("POST", "/users", { userId: "ben", name: "Ben" })
    const ben = await scene.jwt("ben")
    const rename = async () => (await scene.key("PATCH", "/users/ben/name", { name: "Ben" })).body.$updatedAt
    await ben("GET", "/account/mfa/factors")
    scene.wait(1000)
    expect(Date.parse(await rename())).toBeLessThan(scene.now())
    await ben("POST", PATH, { factor: "email" })
    expect(Date.parse(await rename())).toBe(scene.now())
  })

  test("is for users", async () => {
    for (const call of [scene.guest, scene.key]) {
      expect(await call("POST", PATH, { factor: "totp" })).toMatchObject(
        refusal(401, "general_unauthorized_scope"),
      )
    }
  })

  test("works under the older path, too", async () => {
    const older = "/account/mfa/challenge"
    const { status, body } = await session("POST", older, { factor: "email" })
    expect(status).toBe(201)
    expect(await session("PUT", older, { challengeId: body.$id, otp: SENT_CODE })).toMatchObject({
      status: 200,
    })
  })
})
