import { beforeEach, describe, expect, test } from "vitest"
import { type CallAs, newScene, refusal, type Scene, SENT_CODE } from "../../test-support/scene.ts"

const PATH = "/account/mfa/challenges"
const HOUR = 3_600_000
const INVALID = refusal(401, "user_invalid_token")

let scene: Scene
let session: CallAs

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com", phone: "+14155550150" })
  await scene.key("PATCH", "/users/ann/verification", { emailVerification: true })
  await scene.key("PATCH", "/users/ann/verification/phone", { phoneVerification: true })
  session = await scene.session("ann")
})

const ask = async (factor: string, call = session): Promise<string> =>
  (await call("POST", PATH, { factor })).body.$id

const answer = (challengeId: string, otp: string, call = session) => call("PUT", PATH, { challengeId, otp })

/** As the server's database writes dates. */
const databaseDate = (at: number) => new Date(at).toISOString().replace("T", " ").replace("Z", "")

describe("answering", () => {
  test.each(["email", "phone"])("with the code that came by %s", async (factor) => {
    const challenge = await ask(factor)
    scene.wait(1000)
    const { status, body } = await answer(challenge, SENT_CODE)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      userId: "ann",
      factors: ["server", factor],
      mfaUpdatedAt: databaseDate(scene.now()),
      countryName: "",
      current: false,
      secret: "",
    })
    const [stored] = (await scene.key("GET", "/users/ann/sessions")).body.sessions
    expect(stored.factors).toEqual(["server", factor])
    expect(Date.parse(stored.mfaUpdatedAt)).toBe(scene.now())
    expect(Date.parse(stored.$updatedAt)).toBe(scene.now())
  })

  test("shows the session's $updatedAt from before", async () => {
    const [before] = (await scene.key("GET", "/users/ann/sessions")).body.sessions
    const challenge = await ask("email")
    scene.wait(1000)
    expect((await answer(challenge, SENT_CODE)).body.$updatedAt).toBe(before.$updatedAt)
  })

  test("wrongly leaves the challenge as it is", async () => {
    const challenge = await ask("email")
    expect(await answer(challenge, "000000")).toMatchObject(INVALID)
    expect(await answer(challenge, SENT_CODE)).toMatchObject({ status: 200 })
  })

  test("works once", async () => {
    const challenge = await ask("email")
    await answer(challenge, SENT_CODE)
    expect(await answer(challenge, SENT_CODE)).toMatchObject(INVALID)
  })

  test("works once, however many try at the same time", async () => {
    const challenge = await ask("email")
    const answers = await Promise.all(Array.from({ length: 5 }, () => answer(challenge, SENT_CODE)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401])
  })

  test("works after the challenge has expired", async () => {
    const challenge = await ask("email")
    scene.wait(2 * HOUR)
    expect(await answer(challenge, SENT_CODE)).toMatchObject({ status: 200 })
  })

  test("in another session of the user proves the factor there", async () => {
    const other = await scene.session("ann")
    const challenge = await ask("email")
    expect(await answer(challenge, SENT_CODE, other)).toMatchObject({ status: 200 })
    const { sessions } = (await scene.key("GET", "/users/ann/sessions")).body
    expect(sessions.map((one: { factors: string[] }) => one.factors)).toEqual([
      ["server"],
      ["server", "email"],
    ])
  })

  test("twice does not prove a factor twice", async () => {
    await answer(await ask("email"), SENT_CODE)
    expect((await answer(await ask("email"), SENT_CODE)).body.factors).toEqual(["server", "email"])
  })

  test("a factor that was asked for in capitals never works", async () => {
    expect(await answer(await ask("EMAIL"), SENT_CODE)).toMatchObject(INVALID)
  })

  test("the challenge of another user does not work", async () => {
    await scene.key("POST", "/users", { userId: "ben" })
    const challenge = await ask("email")
    expect(await answer(challenge, SENT_CODE, await scene.session("ben"))).toMatchObject(INVALID)
    expect(await answer(challenge, SENT_CODE)).toMatchObject({ status: 200 })
  })

  test("no challenge at all does not work", async () => {
    expect(await answer("none", SENT_CODE)).toMatchObject(INVALID)
  })

  test.each([{}, { challengeId: "x" }, { otp: "x" }, { challengeId: "x", otp: "" }])(
    "with %j misses a parameter",
    async (body) => {
      expect(await session("PUT", PATH, body)).toMatchObject(refusal(400, "general_argument_invalid"))
    },
  )

  test("needs a session, which a JWT is not", async () => {
    const jwt = await scene.jwt("ann")
    const challenge = await ask("email", jwt)
    expect(await answer(challenge, SENT_CODE, jwt)).toMatchObject(refusal(500, "general_unknown"))
    expect(await answer(challenge, SENT_CODE)).toMatchObject({ status: 200 })
  })
})

describe("the user in the meantime", () => {
  test("blocked: the answer is refused until they are let in again", async () => {
    const challenge = await ask("email")
    await scene.key("PATCH", "/users/ann/status", { status: false })
    expect(await answer(challenge, SENT_CODE)).toMatchObject(refusal(403, "user_blocked"))
    await scene.key("PATCH", "/users/ann/status", { status: true })
    expect(await answer(challenge, SENT_CODE)).toMatchObject({ status: 200 })
  })

  test("deleted: the challenge is gone, for a new user of the same ID as well", async () => {
    const challenge = await ask("email")
    await scene.key("DELETE", "/users/ann")
    expect(await answer(challenge, SENT_CODE)).toMatchObject(refusal(401, "general_unauthorized_scope"))
    await scene.key("POST", "/users", { userId: "ann" })
    expect(await answer(challenge, SENT_CODE, await scene.session("ann"))).toMatchObject(INVALID)
  })

  test("logged out: nothing is left to prove a factor in", async () => {
    const challenge = await ask("email")
    await scene.key("DELETE", "/users/ann/sessions")
    expect(await answer(challenge, SENT_CODE)).toMatchObject(refusal(401, "general_unauthorized_scope"))
  })
})
