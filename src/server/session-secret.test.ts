import { beforeEach, describe, expect, test } from "vitest"
import { DEFAULT_PROJECT } from "../emulator.ts"
import { newScene, refusal, type Scene } from "../test-support/scene.ts"

const NAME = `a_session_${DEFAULT_PROJECT}`

let scene: Scene
let secret: string

/** Whose account the headers open; `undefined`: nobody's. */
async function whose(headers: Record<string, string>): Promise<string | undefined> {
  return (await scene.caller(headers)("GET", "/account")).body.$id
}

const newSecret = async (userId: string): Promise<string> =>
  (await scene.key("POST", `/users/${userId}/sessions`)).body.secret

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann" })
  await scene.key("POST", "/users", { userId: "ben" })
  secret = await newSecret("ann")
})

describe("a session is shown", () => {
  test("in the project's cookie, as it is or encoded", async () => {
    expect(await whose({ cookie: `${NAME}=${secret}` })).toBe("ann")
    expect(await whose({ cookie: `x=1; ${NAME}=${encodeURIComponent(secret)}; y=2` })).toBe("ann")
  })

  test("in the older cookie", async () => {
    expect(await whose({ cookie: `${NAME}_legacy=${secret}` })).toBe("ann")
  })

  test("in X-Appwrite-Session", async () => {
    expect(await whose({ "x-appwrite-session": secret })).toBe("ann")
  })

  test("in X-Fallback-Cookies", async () => {
    expect(await whose({ "x-fallback-cookies": JSON.stringify({ [NAME]: secret }) })).toBe("ann")
  })
})

describe("of several", () => {
  test("the earlier place wins", async () => {
    const other = await newSecret("ben")
    const header = { "x-appwrite-session": other }
    const fallback = { "x-fallback-cookies": JSON.stringify({ [NAME]: other }) }
    expect(await whose({ cookie: `${NAME}_legacy=${other}; ${NAME}=${secret}` })).toBe("ann")
    for (const name of [NAME, `${NAME}_legacy`]) {
      expect(await whose({ cookie: `${name}=${secret}`, ...header, ...fallback })).toBe("ann")
    }
    expect(await whose({ "x-appwrite-session": secret, ...fallback })).toBe("ann")
  })

  test("one that does not decode does not count, one that is wrong does", async () => {
    expect(await whose({ cookie: `${NAME}=rubbish`, "x-appwrite-session": secret })).toBe("ann")
    const wrong = Buffer.from('{"id":"ann","secret":"wrong"}').toString("base64")
    expect(await whose({ cookie: `${NAME}=${wrong}`, "x-appwrite-session": secret })).toBeUndefined()
  })
})

describe("nobody's account opens", () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64")

  test.each([
    ["no base64", "!!!"],
    ["no JSON", Buffer.from("x").toString("base64")],
    ["no object", encode("ann")],
    ["nothing in it", encode({})],
    ["numbers in it", encode({ id: 1, secret: 2 })],
    ["the wrong secret", encode({ id: "ann", secret: "0".repeat(256) })],
    ["the empty secret", encode({ id: "ann", secret: "" })],
  ])("by what is %s", async (_what, value) => {
    expect(await scene.caller({ "x-appwrite-session": value })("GET", "/account")).toMatchObject(
      refusal(401, "general_unauthorized_scope"),
    )
  })

  test("by one user's secret under another's ID", async () => {
    const { secret: plain } = JSON.parse(Buffer.from(secret, "base64").toString())
    expect(await whose({ "x-appwrite-session": encode({ id: "ann", secret: plain }) })).toBe("ann")
    expect(await whose({ "x-appwrite-session": encode({ id: "ben", secret: plain }) })).toBeUndefined()
  })

  test("by what is stored of the secret", async () => {
    const [{ secret: stored }] = (await scene.key("GET", "/users/ann/sessions")).body.sessions
    expect(await whose({ "x-appwrite-session": encode({ id: "ann", secret: stored }) })).toBeUndefined()
  })

  test("by the cookie of another project", async () => {
    expect(await whose({ cookie: `a_session_other=${secret}` })).toBeUndefined()
    expect(await whose({ "x-appwrite-session": secret, "x-appwrite-project": "other" })).toBeUndefined()
  })

  test("once the session has expired", async () => {
    scene.wait(31_536_000_000)
    expect(await whose({ "x-appwrite-session": secret })).toBe("ann")
    scene.wait(1)
    expect(await whose({ "x-appwrite-session": secret })).toBeUndefined()
  })

  test("once the session or the user is deleted", async () => {
    const other = await newSecret("ben")
    await scene.key("DELETE", "/users/ann/sessions")
    await scene.key("DELETE", "/users/ben")
    for (const one of [secret, other]) expect(await whose({ "x-appwrite-session": one })).toBeUndefined()
  })
})

describe("X-Debug-Fallback", () => {
  const debug = async (headers: Record<string, string>) =>
    (await scene.caller(headers)("GET", "/health/version")).headers.get("x-debug-fallback")

  test("tells whether the last place was looked at", async () => {
    expect(await debug({})).toBe("false, true")
    expect(await debug({ "x-fallback-cookies": JSON.stringify({ [NAME]: secret }) })).toBe("false, true")
    expect(await debug({ cookie: `${NAME}=${secret}` })).toBe("false")
    expect(await debug({ "x-appwrite-session": secret })).toBe("false")
    expect(await debug({ "x-appwrite-session": "rubbish" })).toBe("false, true")
  })
})
