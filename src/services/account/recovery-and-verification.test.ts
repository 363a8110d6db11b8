import { beforeEach, describe, expect, test } from "vitest"
import { type CallAs, newScene, refusal, type Scene, SENT_CODE } from "../../test-support/scene.ts"

const HOUR = 3_600_000
const OLD = "correct-horse-9"
const NEW = "next-horse-10"
const URL = "http://localhost/page?x=1"
const INVALID = refusal(401, "user_invalid_token")

let scene: Scene
let ann: CallAs

beforeEach(async () => {
  scene = await newScene()
  const user = { userId: "ann", email: "ann@acme.com", phone: "+14155550150", password: OLD }
  await scene.key("POST", "/users", user)
  ann = await scene.session("ann")
})

const logIn = (password: string) =>
  scene.guest("POST", "/account/sessions/email", { email: "ann@acme.com", password })

describe("recovery", () => {
  const ask = async (): Promise<string> =>
    (await scene.key("POST", "/account/recovery", { email: "ANN@acme.com", url: URL })).body.secret
  const recover = (secret: string, password = NEW) =>
    scene.guest("PUT", "/account/recovery", { userId: "ann", secret, password })

  test("sets a password once, proves the address and ends the sessions", async () => {
    const secret = await ask()
    expect(secret).toMatch(/^[0-9a-f]{256}$/)
    expect(await recover(secret)).toMatchObject({ status: 200, body: { userId: "ann", secret: "" } })
    expect((await logIn(OLD)).status).toBe(401)
    expect((await logIn(NEW)).status).toBe(201)
    expect((await scene.key("GET", "/users/ann")).body.emailVerification).toBe(true)
    expect((await ann("GET", "/account")).status).toBe(401)
    expect(await recover(secret)).toMatchObject(INVALID)
  })

  test("leaves the sessions where the project wants it so", async () => {
    await scene.key("PATCH", "/project/policies/session-invalidation", { enabled: false })
    await recover(await ask())
    expect((await ann("GET", "/account")).status).toBe(200)
  })

  test("by a refused password does not use the secret up", async () => {
    await scene.key("PATCH", "/project/policies/password-history", { total: 3 })
    const secret = await ask()
    await recover(await ask(), NEW)
    expect(await recover(secret, NEW)).toMatchObject(refusal(400, "password_recently_used"))
    expect((await recover(secret, "short")).status).toBe(400)
    expect((await recover(secret, "third-horse-11")).status).toBe(200)
  })

  test("takes no secret of another kind, and no other route takes its", async () => {
    const secret = await ask()
    const token = (await scene.key("POST", "/users/ann/tokens", {})).body.secret
    expect(await recover(token)).toMatchObject(INVALID)
    expect(await scene.guest("POST", "/account/sessions/token", { userId: "ann", secret })).toMatchObject(
      INVALID,
    )
    expect(await scene.guest("PUT", "/account/verifications/email", { userId: "ann", secret })).toMatchObject(
      INVALID,
    )
    expect((await recover(secret)).status).toBe(200)
  })

  test("takes no secret after an hour", async () => {
    const secret = await ask()
    scene.wait(HOUR + 1)
    expect(await recover(secret)).toMatchObject(INVALID)
  })

  test("is refused to a blocked user", async () => {
    await scene.key("PATCH", "/users/ann/status", { status: false })
    expect(await scene.guest("POST", "/account/recovery", { email: "ann@acme.com", url: URL })).toMatchObject(
      refusal(403, "user_blocked"),
    )
  })

  test("stands in the log of the user", async () => {
    await recover(await ask())
    const { logs } = (await scene.key("GET", "/users/ann/logs")).body
    expect(logs.map(({ event }: { event: string }) => event)).toEqual(["recovery.update", "recovery.create"])
  })
})

describe("verification of the email", () => {
  const ask = () => ann("POST", "/account/verifications/email", { url: URL })
  const confirm = (secret: string, caller = scene.guest) =>
    caller("PUT", "/account/verifications/email", { userId: "ann", secret })

  test("proves the address once, by whoever has the link", async () => {
    expect((await ask()).body.secret).toBe("")
    const secret = scene.lastSecret(256)
    expect(await confirm("wrong")).toMatchObject(INVALID)
    expect((await confirm(secret)).status).toBe(200)
    expect((await ann("GET", "/account")).body.emailVerification).toBe(true)
    expect(await confirm(secret)).toMatchObject(INVALID)
    expect(await ask()).toMatchObject(refusal(409, "user_email_already_verified"))
  })

  test("goes by the paths of earlier versions", async () => {
    expect((await ann("POST", "/account/verification", { url: URL })).status).toBe(201)
    const sent = { userId: "ann", secret: scene.lastSecret(256) }
    expect((await scene.guest("PUT", "/account/verification", sent)).status).toBe(200)
  })

  test("ends after an hour", async () => {
    await ask()
    scene.wait(HOUR + 1)
    expect(await confirm(scene.lastSecret(256))).toMatchObject(INVALID)
  })

  test("wants an email", async () => {
    await scene.key("POST", "/users", { userId: "ben" })
    const ben = await scene.session("ben")
    expect(await ben("POST", "/account/verifications/email", { url: URL })).toMatchObject(
      refusal(400, "user_email_not_found"),
    )
    expect(await ben("POST", "/account/verifications/phone", {})).toMatchObject(
      refusal(400, "user_phone_not_found"),
    )
  })
})

describe("verification of the phone", () => {
  const ask = () => ann("POST", "/account/verifications/phone", {})
  const confirm = (secret: string) =>
    scene.guest("PUT", "/account/verifications/phone", { userId: "ann", secret })

  test("proves the number once", async () => {
    await ask()
    expect(await confirm("000000")).toMatchObject(INVALID)
    expect((await confirm(SENT_CODE)).status).toBe(200)
    expect((await ann("GET", "/account")).body.phoneVerification).toBe(true)
    expect(await confirm(SENT_CODE)).toMatchObject(INVALID)
    expect(await ask()).toMatchObject(refusal(409, "user_phone_already_verified"))
  })

  test("has a code that logs in as well", async () => {
    await ask()
    const { body } = await scene.guest("PUT", "/account/sessions/phone", { userId: "ann", secret: SENT_CODE })
    expect(body).toMatchObject({ provider: "phone", factors: ["phone"] })
  })

  test("has the fixed code of a mock phone", async () => {
    await scene.key("POST", "/project/mock-phones", { number: "+14155550150", otp: "123456" })
    await ask()
    expect((await confirm("123456")).status).toBe(200)
  })
})
