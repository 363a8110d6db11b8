import { Secret, TOTP } from "otpauth"
import { expect, test } from "vitest"
import { newScene, type Scene } from "../test-support/scene.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const URL = "http://localhost/page"
const EMAIL = "ann@acme.com"

/** The secret of the newest mail or SMS. */
const sent = async ({ emulator }: Scene) => (await emulator.outbox.waitFor({}, { timeout: 0 })).secret

const logIn = (scene: Scene, secret: string) =>
  scene.guest("POST", "/account/sessions/token", { userId: "ann", secret })

/** What expires: how long it is good, how it comes about, and how it is used once it is there. */
const kinds: Record<string, readonly [number, (scene: Scene) => Promise<() => Promise<{ status: number }>>]> =
  {
    session: [
      365 * 24 * HOUR,
      async ({ session }) => {
        const ann = await session("ann")
        return () => ann("GET", "/account")
      },
    ],
    JWT: [
      15 * MINUTE,
      async ({ jwt }) => {
        const ann = await jwt("ann")
        return () => ann("GET", "/account")
      },
    ],
    token: [
      15 * MINUTE,
      async (scene) => {
        const { secret } = (await scene.key("POST", "/users/ann/tokens", {})).body
        return () => logIn(scene, secret)
      },
    ],
    "email OTP": [
      15 * MINUTE,
      async (scene) => {
        await scene.guest("POST", "/account/tokens/email", { userId: "ann", email: EMAIL })
        const secret = await sent(scene)
        return () => logIn(scene, secret)
      },
    ],
    "SMS OTP": [
      15 * MINUTE,
      async (scene) => {
        await scene.guest("POST", "/account/tokens/phone", { userId: "ann", phone: "+14155550150" })
        const secret = await sent(scene)
        return () => logIn(scene, secret)
      },
    ],
    "magic URL": [
      HOUR,
      async (scene) => {
        await scene.guest("POST", "/account/tokens/magic-url", { userId: "ann", email: EMAIL })
        const secret = await sent(scene)
        return () => logIn(scene, secret)
      },
    ],
    recovery: [
      HOUR,
      async (scene) => {
        await scene.guest("POST", "/account/recovery", { email: EMAIL, url: URL })
        const secret = await sent(scene)
        const password = "next-horse-10"
        return () => scene.guest("PUT", "/account/recovery", { userId: "ann", secret, password })
      },
    ],
    verification: [
      HOUR,
      async (scene) => {
        const ann = await scene.session("ann")
        await ann("POST", "/account/verification", { url: URL })
        const secret = await sent(scene)
        return () => scene.guest("PUT", "/account/verification", { userId: "ann", secret })
      },
    ],
    "phone verification": [
      HOUR,
      async (scene) => {
        const ann = await scene.session("ann")
        await ann("POST", "/account/verifications/phone")
        const secret = await sent(scene)
        return () => ann("PUT", "/account/verifications/phone", { userId: "ann", secret })
      },
    ],
    "session of a set duration": [
      10 * MINUTE,
      async ({ key, session }) => {
        await key("PATCH", "/project/policies/session-duration", { duration: 600 })
        const ann = await session("ann")
        return () => ann("GET", "/account")
      },
    ],
    "session that was prolonged": [
      10 * MINUTE,
      async ({ emulator, key, session }) => {
        await key("PATCH", "/project/policies/session-duration", { duration: 600 })
        const ann = await session("ann")
        emulator.clock.advance({ minutes: 5 })
        await ann("PATCH", "/account/sessions/current")
        return () => ann("GET", "/account")
      },
    ],
    "JWT of a set duration": [
      MINUTE,
      async ({ session, caller }) => {
        const ann = await session("ann")
        const { jwt } = (await ann("POST", "/account/jwts", { duration: 60 })).body
        const own = caller({ "x-appwrite-jwt": jwt })
        return () => own("GET", "/account")
      },
    ],
    "API key": [
      HOUR,
      async ({ key, caller, now }) => {
        const expire = new Date(now() + HOUR).toISOString()
        const made = await key("POST", "/project/keys", {
          keyId: "unique()",
          name: "K",
          scopes: ["users.read"],
          expire,
        })
        const own = caller({ "x-appwrite-key": made.body.secret })
        return () => own("GET", "/users")
      },
    ],
  }

async function ready() {
  const scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: EMAIL, phone: "+14155550150" })
  return scene
}

test.each(Object.entries(kinds))("%s ends as the clock advances", async (_kind, [lifetime, make]) => {
  const early = await ready()
  const use = await make(early)
  early.emulator.clock.advance(lifetime - 1000)
  expect((await use()).status).toBeLessThan(300)

  const late = await ready()
  const useLate = await make(late)
  late.emulator.clock.advance(lifetime + 1000)
  expect((await useLate()).status).toBe(401)
})

/** Ann, who can be challenged by email: `challenge` asks her, and brings how she solves it. */
async function challenged(scene: Scene) {
  await scene.key("PATCH", "/users/ann/verification", { emailVerification: true })
  await scene.key("PATCH", "/users/ann/mfa/recovery-codes", {})
  const ann = await scene.session("ann")
  const challenge = async () => {
    const made = await ann("POST", "/account/mfa/challenges", { factor: "email" })
    const solution = { challengeId: made.body.$id, otp: await sent(scene) }
    return () => ann("PUT", "/account/mfa/challenges", solution)
  }
  return { ann, challenge }
}

test("a solved challenge lets a session at what it protects for half an hour", async () => {
  const scene = await ready()
  const { ann, challenge } = await challenged(scene)
  const codes = async () => (await ann("GET", "/account/mfa/recovery-codes")).status
  expect(await codes()).toBe(401)
  await (await challenge())()
  scene.emulator.clock.advance(30 * MINUTE)
  expect(await codes()).toBe(200)
  scene.emulator.clock.advance(1000)
  expect(await codes()).toBe(401)
})

test("a challenge says when it ends, but can be solved after that, as on the server", async () => {
  const scene = await ready()
  const { challenge } = await challenged(scene)
  const solve = await challenge()
  scene.emulator.clock.advance(2 * HOUR)
  expect((await solve()).status).toBe(200)
})

test("the code of an authenticator app ends with its thirty seconds", async () => {
  const { emulator, now, session } = await newScene()
  const { users } = await emulator.seed({ users: [{ $id: "ann", totp: {} }] })
  const ann = await session("ann")
  const secret = Secret.fromBase32(users[0]?.totpSecret ?? "")
  const otp = new TOTP({ secret }).generate({ timestamp: now() })
  const solve = async () => {
    const { body } = await ann("POST", "/account/mfa/challenges", { factor: "totp" })
    return (await ann("PUT", "/account/mfa/challenges", { challengeId: body.$id, otp })).status
  }
  const ends = 30_000 - (now() % 30_000)
  emulator.clock.advance(ends - 1)
  expect(await solve()).toBe(200)
  emulator.clock.advance(1)
  expect(await solve()).toBe(401)
})

test("an invitation has no end, as on the server", async () => {
  const scene = await ready()
  const ann = await scene.session("ann")
  await ann("POST", "/teams", { teamId: "crew", name: "Crew" })
  const invitation = { email: "bea@acme.com", roles: [], url: URL }
  const { $id, userId } = (await ann("POST", "/teams/crew/memberships", invitation)).body
  const secret = await sent(scene)
  scene.emulator.clock.advance({ days: 3650 })
  const answer = await scene.guest("PATCH", `/teams/crew/memberships/${$id}/status`, { userId, secret })
  expect(answer).toMatchObject({ status: 200, body: { confirm: true } })
})

test("a challenge and a session's cookie tell when they end by the clock", async () => {
  const { emulator, key, session, guest } = await ready()
  await key("PATCH", "/users/ann/verification", { emailVerification: true })
  await key("PATCH", "/users/ann/password", { password: "correct-horse-9" })
  emulator.clock.freeze("2030-01-01T00:00:00Z")
  const ann = await session("ann")
  const challenge = await ann("POST", "/account/mfa/challenges", { factor: "email" })
  expect(challenge.body.expire).toBe("2030-01-01T01:00:00.000+00:00")
  const login = await guest("POST", "/account/sessions/email", { email: EMAIL, password: "correct-horse-9" })
  expect(login.headers.get("set-cookie")).toContain("expires=Wed, 01-Jan-2031 00:00:00 GMT; Max-Age=31536000")
})

test("an ended session is good again when the clock is set back, and what is made then is found", async () => {
  const { emulator, key, session, now } = await ready()
  const ann = await session("ann")
  emulator.clock.advance({ days: 366 })
  await key("POST", "/users", { userId: "late" })
  emulator.clock.set(now())
  expect((await ann("GET", "/account")).status).toBe(200)
  const made = await key("POST", "/users", { userId: "unique()" })
  const order = encodeURIComponent(JSON.stringify({ method: "orderDesc", attribute: "$sequence" }))
  const { users } = (await key("GET", `/users?queries[]=${order}`)).body
  expect(users[0].$id).toBe(made.body.$id)
})
