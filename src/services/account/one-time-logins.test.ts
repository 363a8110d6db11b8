import fc from "fast-check"
import { beforeEach, describe, expect, test } from "vitest"
import { newScene, refusal, type Scene } from "../../test-support/scene.ts"

const PHONE = "+14155550150"
const MINUTE = 60_000

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com", phone: PHONE })
})

/** The ways to a secret that logs Ann in, and what is known of it. */
const WAYS = [
  {
    path: "/account/tokens/email",
    body: { userId: "ann", email: "ann@acme.com" },
    minutes: 15,
    secret: /^\d{6}$/,
    session: { provider: "token", factors: ["email"] },
    proven: { emailVerification: true, phoneVerification: false },
  },
  {
    path: "/account/tokens/magic-url",
    body: { userId: "ann", email: "ann@acme.com" },
    minutes: 60,
    secret: /^[0-9a-f]{64}$/,
    session: { provider: "magic-url", factors: ["email"] },
    proven: { emailVerification: true, phoneVerification: false },
  },
  {
    path: "/account/tokens/phone",
    body: { userId: "ann", phone: PHONE },
    minutes: 15,
    secret: /^\d{6}$/,
    session: { provider: "phone", factors: ["phone"] },
    proven: { emailVerification: false, phoneVerification: true },
  },
  {
    path: "/users/ann/tokens",
    body: { length: 32, expire: 600 },
    minutes: 10,
    secret: /^[0-9a-f]{32}$/,
    session: { provider: "token", factors: ["token"] },
    proven: { emailVerification: false, phoneVerification: false },
  },
] as const

const LOGINS = [
  ["POST", "/account/sessions/token"],
  ["PUT", "/account/sessions/magic-url"],
  ["PUT", "/account/sessions/phone"],
] as const

type Way = (typeof WAYS)[number]

/** API keys see the code for a phone wrapped up. */
const unwrapped = (secret: string): string =>
  secret.startsWith("ey") ? JSON.parse(Buffer.from(secret, "base64").toString()).secret : secret

const ask = async ({ path, body }: Way): Promise<string> =>
  unwrapped((await scene.key("POST", path, body)).body.secret)

const logIn = (secret: string, userId = "ann", [method, path]: readonly [string, string] = LOGINS[0]) =>
  scene.guest(method, path, { userId, secret })

describe.each(WAYS)("a token of $path", (way) => {
  test.each(LOGINS)("logs in once by %s %s", async (...login) => {
    const secret = await ask(way)
    expect(secret).toMatch(way.secret)
    const { status, body } = await logIn(secret, "ann", login)
    expect(status).toBe(201)
    expect(body).toMatchObject({ userId: "ann", current: true, secret: "", ...way.session })
    expect((await scene.key("GET", "/users/ann")).body).toMatchObject(way.proven)
    expect(await logIn(secret, "ann", login)).toMatchObject(refusal(401, "user_invalid_token"))
  })

  test("keeps its secret from clients", async () => {
    const { path, body } = way
    const answer = await scene.guest("POST", path, body)
    if (path.startsWith("/account")) expect(answer.body.secret).toBe("")
    else expect(answer.status).toBe(401)
  })

  test("logs in until its time is over, and not a moment longer", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -5 * MINUTE, max: 5 * MINUTE }), async (late) => {
        const secret = await ask(way)
        scene.wait(way.minutes * MINUTE + late)
        expect((await logIn(secret)).status).toBe(late <= 0 ? 201 : 401)
      }),
      { numRuns: 20, examples: [[0], [1]] },
    )
  })

  test("is good for its own user only, and dies with it", async () => {
    await scene.key("POST", "/users", { userId: "ben" })
    const secret = await ask(way)
    expect(await logIn(secret, "ben")).toMatchObject(refusal(401, "user_invalid_token"))
    await scene.key("DELETE", "/users/ann")
    expect(await logIn(secret)).toMatchObject(refusal(401, "user_invalid_token"))
    await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com", phone: PHONE })
    expect(await logIn(secret)).toMatchObject(refusal(401, "user_invalid_token"))
  })

  test("gives a blocked user a session of no use", async () => {
    const secret = await ask(way)
    await scene.key("PATCH", "/users/ann/status", { status: false })
    const { status, headers } = await logIn(secret)
    expect(status).toBe(201)
    const cookie = headers.getSetCookie()[1]?.split(";")[0] ?? ""
    expect(await scene.caller({ cookie })("GET", "/account")).toMatchObject(refusal(403, "user_blocked"))
  })
})

test("secrets are good side by side", async () => {
  const secrets = [await ask(WAYS[1]), await ask(WAYS[1])]
  for (const secret of secrets) expect((await logIn(secret)).status).toBe(201)
})

describe("a newcomer", () => {
  test.each([
    ["email", { email: "Ben@acme.com" }, "Ben@acme.com"],
    ["phone", { phone: "+14155550151" }, "+14155550151"],
  ])("by %s is made with a target", async (by, address, identifier) => {
    const { body } = await scene.guest("POST", `/account/tokens/${by}`, { userId: "ben", ...address })
    expect(body.userId).toBe("ben")
    const user = (await scene.key("GET", "/users/ben")).body
    expect(user).toMatchObject({ ...address, password: null, targets: [{ identifier }] })
  })

  test("by magic URL is made without one", async () => {
    await scene.guest("POST", "/account/tokens/magic-url", { userId: "ben", email: "ben@acme.com" })
    expect((await scene.key("GET", "/users/ben")).body.targets).toEqual([])
  })

  test.each([
    ["email", { email: "new@acme.com" }],
    ["magic-url", { email: "new@acme.com" }],
    ["phone", { phone: "+14155550151" }],
  ])("by %s with the ID of another user makes the server fail, and nothing else", async (by, address) => {
    const answer = await scene.guest("POST", `/account/tokens/${by}`, { userId: "ann", ...address })
    expect(answer).toMatchObject(refusal(500, "general_unknown"))
    expect((await scene.key("GET", "/users")).body.total).toBe(1)
    expect((await scene.key("GET", "/users/ann/targets")).body.total).toBe(2)
  })
})

test("an address that somebody has wins over the ID that is sent", async () => {
  const { body } = await scene.guest("POST", "/account/tokens/email", {
    userId: "ben",
    email: "ANN@acme.com",
  })
  expect(body.userId).toBe("ann")
})

test("a phrase is two words, if it is asked for", async () => {
  const sent = { userId: "ann", email: "ann@acme.com" }
  const { body } = await scene.guest("POST", "/account/tokens/magic-url", { ...sent, phrase: true })
  expect(body.phrase).toMatch(/^[A-Z][a-z]+ [a-z]+$/)
  expect((await scene.guest("POST", "/account/tokens/magic-url", sent)).body.phrase).toBe("")
})

test("the code of a mock phone is the one that the project has fixed", async () => {
  await scene.key("POST", "/project/mock-phones", { number: PHONE, otp: "123456" })
  await scene.guest("POST", "/account/tokens/phone", { userId: "ann", phone: PHONE })
  expect((await logIn("654321")).status).toBe(401)
  expect((await logIn("123456")).status).toBe(201)
})

test("asking stands in the log of the user who is meant", async () => {
  await scene.guest("POST", "/account/tokens/email", { userId: "ann", email: "ann@acme.com" })
  expect((await scene.key("GET", "/users/ann/logs")).body.logs).toMatchObject([{ event: "session.create" }])
})
