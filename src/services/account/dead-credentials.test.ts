import fc from "fast-check"
import { beforeEach, describe, expect, test } from "vitest"
import { type CallAs, newScene, type Scene } from "../../test-support/scene.ts"

const LOGIN = { email: "ann@acme.com", password: "correct-horse-9" }
const YEAR = 31_536_000_000

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", ...LOGIN })
})

async function logIn(): Promise<CallAs> {
  const { body } = await scene.key("POST", "/account/sessions/email", LOGIN)
  return scene.caller({ "x-appwrite-session": body.secret })
}

async function makeJwt(duration = 900): Promise<CallAs> {
  const { body } = await (await logIn())("POST", "/account/jwts", { duration })
  return scene.caller({ "x-appwrite-jwt": body.jwt })
}

/** What lets a client be Ann, and whether it hangs on a session. */
const CREDENTIALS: readonly (readonly [name: string, make: () => Promise<CallAs>, hasSession: boolean])[] = [
  ["the session of a login", logIn, true],
  ["the session that a server made", () => scene.session("ann"), true],
  ["a JWT of a session", () => makeJwt(), true],
  ["a JWT without session", () => scene.jwt("ann"), false],
]

const whoAmI = async (call: CallAs): Promise<number> => (await call("GET", "/account")).status

describe.each(CREDENTIALS)("%s", (_name, make, hasSession) => {
  let ann: CallAs

  beforeEach(async () => {
    ann = await make()
    expect(await whoAmI(ann)).toBe(200)
  })

  test("is dead when the user is deleted", async () => {
    await scene.key("DELETE", "/users/ann")
    expect(await whoAmI(ann)).toBe(401)
  })

  test("is dead when the user deletes the account", async () => {
    await ann("DELETE", "/account")
    expect(await whoAmI(ann)).toBe(401)
  })

  test("is of no use while the user is blocked", async () => {
    await scene.key("PATCH", "/users/ann/status", { status: false })
    expect(await whoAmI(ann)).toBe(403)
    await scene.key("PATCH", "/users/ann/status", { status: true })
    expect(await whoAmI(ann)).toBe(200)
  })

  test("is of no use when the users block themselves", async () => {
    await ann("PATCH", "/account/status", {})
    expect(await whoAmI(ann)).toBe(403)
  })

  test("hangs on its session, if it has one", async () => {
    const { sessions } = (await scene.key("GET", "/users/ann/sessions")).body
    for (const { $id } of sessions) await scene.key("DELETE", `/users/ann/sessions/${$id}`)
    expect(await whoAmI(ann)).toBe(hasSession ? 401 : 200)
  })

  test.each([
    ["a server sets", () => scene.key("PATCH", "/users/ann/password", { password: "next-horse-10" })],
    [
      "the user sets elsewhere",
      async () =>
        (await logIn())("PATCH", "/account/password", {
          password: "next-horse-10",
          oldPassword: LOGIN.password,
        }),
    ],
  ])("ends with its session at a password that %s", async (_who, change) => {
    expect((await change()).status).toBe(200)
    expect(await whoAmI(ann)).toBe(hasSession ? 401 : 200)
  })
})

test("a session stays when the user changes the password with it", async () => {
  const ann = await logIn()
  await ann("PATCH", "/account/password", { password: "next-horse-10", oldPassword: LOGIN.password })
  expect(await whoAmI(ann)).toBe(200)
})

test("a session does not come back with a user of the same ID", async () => {
  const ann = await logIn()
  await scene.key("DELETE", "/users/ann")
  await scene.key("POST", "/users", { userId: "ann", ...LOGIN })
  expect(await whoAmI(ann)).toBe(401)
})

test("a session lives as long as the project says, and not a moment longer", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 5, max: YEAR / 1000 }),
      fc.integer({ min: -5000, max: 5000 }),
      async (duration, late) => {
        await scene.key("PATCH", "/project/policies/session-duration", { duration })
        const ann = await logIn()
        scene.wait(duration * 1000 + late)
        expect(await whoAmI(ann)).toBe(late <= 0 ? 200 : 401)
      },
    ),
    {
      numRuns: 30,
      examples: [
        [5, 0],
        [5, 1],
      ],
    },
  )
})

test("a JWT lives as many seconds as it was asked for", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3600 }),
      fc.integer({ min: -1000, max: 5000 }),
      async (duration, late) => {
        const start = Math.floor(scene.now() / 1000) * 1000
        const ann = await makeJwt(duration)
        scene.wait(start - scene.now() + duration * 1000 + late)
        expect(await whoAmI(ann)).toBe(late < 0 ? 200 : 401)
      },
    ),
    {
      numRuns: 30,
      examples: [
        [60, -1],
        [60, 0],
      ],
    },
  )
})
