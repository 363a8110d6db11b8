import { beforeEach, describe, expect, test } from "vitest"
import { type CallAs, newScene, refusal, type Scene } from "../../test-support/scene.ts"

let scene: Scene
let session: CallAs

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com" })
  session = await scene.session("ann")
})

const SERVER = "/users/ann/mfa/recovery-codes"
const CLIENT = "/account/mfa/recovery-codes"

const codesOf = async (): Promise<string[]> => (await scene.key("GET", SERVER)).body.recoveryCodes

/** Asks for a challenge and answers it with a recovery code. */
async function tryCode(otp: string | undefined, client = session) {
  const { body } = await client("POST", "/account/mfa/challenges", { factor: "recoveryCode" })
  return client("PUT", "/account/mfa/challenges", { challengeId: body.$id, otp })
}

describe("by the server", () => {
  test("there are none at first, and none to replace", async () => {
    expect(await scene.key("GET", SERVER)).toMatchObject(refusal(404, "user_recovery_codes_not_found"))
    expect(await scene.key("PUT", SERVER)).toMatchObject(refusal(404, "user_recovery_codes_not_found"))
  })

  test("six different ones of ten hexadecimal digits are made, once", async () => {
    const { status, body } = await scene.key("PATCH", SERVER)
    expect(status).toBe(200)
    expect(new Set(body.recoveryCodes).size).toBe(6)
    for (const code of body.recoveryCodes) expect(code).toMatch(/^[0-9a-f]{10}$/)
    expect(await scene.key("PATCH", SERVER)).toMatchObject(refusal(409, "user_recovery_codes_already_exists"))
    expect(await codesOf()).toEqual(body.recoveryCodes)
  })

  test("a new set replaces the old one, whose codes are dead", async () => {
    const old: string[] = (await scene.key("PATCH", SERVER)).body.recoveryCodes
    const { status, body } = await scene.key("PUT", SERVER)
    expect(status).toBe(200)
    expect(body.recoveryCodes).not.toEqual(old)
    expect(await tryCode(old[0])).toMatchObject(refusal(401, "user_invalid_token"))
    expect(await tryCode(body.recoveryCodes[0])).toMatchObject({ status: 200 })
  })

  test("what a server makes, the client can't make again", async () => {
    await scene.key("PATCH", SERVER)
    expect(await session("POST", CLIENT)).toMatchObject(refusal(409, "user_recovery_codes_already_exists"))
  })
})

describe("by the client", () => {
  test("six are made, once, and the server reads the same", async () => {
    const { status, body } = await session("POST", CLIENT)
    expect(status).toBe(201)
    expect(await codesOf()).toEqual(body.recoveryCodes)
    expect(await session("POST", CLIENT)).toMatchObject(refusal(409, "user_recovery_codes_already_exists"))
    expect(await scene.key("PATCH", SERVER)).toMatchObject(refusal(409, "user_recovery_codes_already_exists"))
  })

  test("a JWT makes them too", async () => {
    const jwt = await scene.jwt("ann")
    expect((await jwt("POST", CLIENT)).body.recoveryCodes).toEqual(await codesOf())
  })

  test("they are read and replaced only after a challenge", async () => {
    const { body } = await session("POST", CLIENT)
    for (const method of ["GET", "PATCH"]) {
      expect(await session(method, CLIENT)).toMatchObject(refusal(401, "user_challenge_required"))
    }
    await tryCode(body.recoveryCodes[0])
    expect((await session("GET", CLIENT)).body.recoveryCodes).toEqual(body.recoveryCodes.slice(1))
    const replaced = await session("PATCH", CLIENT)
    expect(replaced.status).toBe(200)
    expect(replaced.body.recoveryCodes).toHaveLength(6)
    expect(await codesOf()).toEqual(replaced.body.recoveryCodes)
  })

  test("whether there are any shows among the client's factors, not among the server's", async () => {
    const factors = async (call: CallAs, path: string) => (await call("GET", path)).body.recoveryCode
    expect(await factors(session, "/account/mfa/factors")).toBe(false)
    await session("POST", CLIENT)
    expect(await factors(session, "/account/mfa/factors")).toBe(true)
    expect(await factors(scene.key, "/users/ann/mfa/factors")).toBe(false)
  })

  test("without an account there are none", async () => {
    for (const call of [scene.guest, scene.key]) {
      expect(await call("POST", CLIENT)).toMatchObject(refusal(401, "general_unauthorized_scope"))
    }
  })
})

describe("in challenges", () => {
  test("each works once, in any order, until none is left", async () => {
    const codes: string[] = (await scene.key("PATCH", SERVER)).body.recoveryCodes
    const used: string[] = []
    for (const code of codes.toReversed()) {
      expect(await tryCode(code)).toMatchObject({ status: 200 })
      used.push(code)
      for (const dead of used) {
        expect(await tryCode(dead)).toMatchObject(refusal(401, "user_invalid_token"))
      }
    }
    expect(await scene.key("GET", SERVER)).toMatchObject(refusal(404, "user_recovery_codes_not_found"))
    expect(await session("GET", CLIENT)).toMatchObject(refusal(404, "user_recovery_codes_not_found"))
    expect(await session("PATCH", CLIENT)).toMatchObject(refusal(404, "user_recovery_codes_not_found"))
    expect(await session("POST", CLIENT)).toMatchObject({ status: 201 })
  })

  test("the same code can't win two races", async () => {
    const [code] = (await scene.key("PATCH", SERVER)).body.recoveryCodes
    const answers = await Promise.all(Array.from({ length: 5 }, () => tryCode(code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401])
  })

  test("case counts, in the code and in the factor", async () => {
    const codes: string[] = (await scene.key("PATCH", SERVER)).body.recoveryCodes
    const code = codes.find((text) => /[a-f]/.test(text)) ?? ""
    expect(await tryCode(code.toUpperCase())).toMatchObject(refusal(401, "user_invalid_token"))
    const { status, body } = await session("POST", "/account/mfa/challenges", { factor: "recoverycode" })
    expect(status).toBe(201)
    const solution = { challengeId: body.$id, otp: code }
    expect(await session("PUT", "/account/mfa/challenges", solution)).toMatchObject(
      refusal(401, "user_invalid_token"),
    )
    expect(await codesOf()).toEqual(codes)
  })

  test("a user's codes are of no use to another", async () => {
    const [code] = (await scene.key("PATCH", SERVER)).body.recoveryCodes
    await scene.key("POST", "/users", { userId: "ben" })
    expect(await tryCode(code, await scene.session("ben"))).toMatchObject(refusal(401, "user_invalid_token"))
    expect(await tryCode(code)).toMatchObject({ status: 200 })
  })
})

test("they go with their user, and a new one of the same ID has none", async () => {
  await scene.key("PATCH", SERVER)
  await scene.key("DELETE", "/users/ann")
  expect(await scene.key("GET", SERVER)).toMatchObject(refusal(404, "user_not_found"))
  await scene.key("POST", "/users", { userId: "ann" })
  expect(await scene.key("GET", SERVER)).toMatchObject(refusal(404, "user_recovery_codes_not_found"))
})
