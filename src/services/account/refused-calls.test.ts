import fc from "fast-check"
import { expect, test } from "vitest"
import { type CallAs, newScene, type Scene } from "../../test-support/scene.ts"

/** In milliseconds: many stories are told twice here, perhaps on a busy machine. */
const PATIENCE = 60_000

const USERS = ["ann", "ben"]
const EMAILS = ["ann@acme.com", "ben@acme.com", "Ben@Acme.com", "no email"]
const PHONES = ["+14155550150", "+14155550151", "no phone"]
const PASSWORDS = ["correct-horse-9", "next-horse-10", "short"]
const NAMES = ["Ann", "Ben", ""]
const URL = "http://localhost/"

/** What clients have got so far. A refused call gives nobody anything, so that the places are the same without it. */
interface Held {
  readonly sessions: CallAs[]
  readonly tokens: { readonly userId: string; readonly secret: string }[]
}

type Step = (scene: Scene, held: Held) => ReturnType<CallAs>

const oneOf = (texts: readonly string[]) => fc.constantFrom(...texts)
const place = fc.nat({ max: 3 })

const heldSession = (scene: Scene, { sessions }: Held, at: number): CallAs =>
  sessions[at % Math.max(sessions.length, 1)] ?? scene.guest

const heldToken = ({ tokens }: Held, at: number) =>
  tokens[at % Math.max(tokens.length, 1)] ?? { userId: "ann", secret: "none" }

/** A call with a session that somebody holds; without any, as nobody. */
const own = (method: string, path: string, body: fc.Arbitrary<object | undefined> = fc.constant(undefined)) =>
  fc.tuple(place, body).map(
    ([at, sent]): Step =>
      (scene, held) =>
        heldSession(scene, held, at)(method, path, sent),
  )

/** A call with a token that somebody holds, or with one that is wrong. */
const withToken = (method: string, path: string, body: fc.Arbitrary<object> = fc.constant({})) =>
  fc.tuple(place, fc.boolean(), body).map(
    ([at, isWrong, sent]): Step =>
      (scene, held) => {
        const token = heldToken(held, at)
        return scene.key(method, path, { ...token, ...(isWrong ? { secret: "wrong" } : {}), ...sent })
      },
  )

/** A call with an API key, which is told secrets. */
const byKey = (method: string, path: string, body: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(body).map(
    (sent): Step =>
      (scene) =>
        scene.key(method, path, sent),
  )

const step: fc.Arbitrary<Step> = fc.oneof(
  byKey("POST", "/account", { userId: oneOf(USERS), email: oneOf(EMAILS), password: oneOf(PASSWORDS) }),
  byKey("POST", "/account/sessions/email", { email: oneOf(EMAILS), password: oneOf(PASSWORDS) }),
  byKey("POST", "/account/tokens/email", { userId: oneOf(USERS), email: oneOf(EMAILS) }),
  byKey("POST", "/account/tokens/magic-url", { userId: oneOf(USERS), email: oneOf(EMAILS) }),
  byKey("POST", "/account/recovery", { email: oneOf(EMAILS), url: fc.constant(URL) }),
  byKey("PATCH", "/project/policies/password-history", { total: fc.constantFrom(1, 3) }),
  byKey("PATCH", "/project/policies/session-limit", { total: fc.constantFrom(1, 2, 0) }),
  withToken("POST", "/account/sessions/token"),
  withToken("PUT", "/account/sessions/magic-url"),
  withToken("PUT", "/account/recovery", fc.record({ password: oneOf(PASSWORDS) })),
  own("PATCH", "/account/name", fc.record({ name: oneOf(NAMES) })),
  own("PATCH", "/account/password", fc.record({ password: oneOf(PASSWORDS), oldPassword: oneOf(PASSWORDS) })),
  own("PATCH", "/account/email", fc.record({ email: oneOf(EMAILS), password: oneOf(PASSWORDS) })),
  own("PATCH", "/account/phone", fc.record({ phone: oneOf(PHONES), password: oneOf(PASSWORDS) })),
  own("POST", "/account/targets/push", fc.record({ targetId: oneOf(USERS), identifier: oneOf(EMAILS) })),
  own("DELETE", "/account/targets/ann/push"),
  own("DELETE", "/account/sessions/current"),
  own("DELETE", "/account/sessions"),
  own("PATCH", "/account/status"),
  own("DELETE", "/account"),
)

/** How every story begins: Ann is there, has a session, a code and a link to recover the password. */
const BEGINNING = (
  [
    ["/account", { userId: "ann", email: EMAILS[0], password: PASSWORDS[0] }],
    ["/account/sessions/email", { email: EMAILS[0], password: PASSWORDS[0] }],
    ["/account/tokens/email", { userId: "ann", email: EMAILS[0] }],
    ["/account/recovery", { email: EMAILS[0], url: URL }],
  ] as const
).map(
  ([path, body]): Step =>
    (scene) =>
      scene.key("POST", path, body),
)

/** Takes a step, and keeps what came of it. */
async function take(scene: Scene, held: Held, next: Step): Promise<boolean> {
  const { status, body } = await next(scene, held)
  if (status >= 400) return false
  if (body?.secret) {
    if ("provider" in body) held.sessions.push(scene.caller({ "x-appwrite-session": body.secret }))
    else held.tokens.push({ userId: body.userId, secret: body.secret })
  }
  return true
}

/** All that can be seen, but for what the server makes up; that a user came by is noted even when they are refused. */
async function everything({ key }: Scene): Promise<unknown> {
  const users: { $id: string }[] = (await key("GET", "/users")).body.users
  const seen = await Promise.all(
    users.map(async ({ $id }) => [
      (await key("GET", `/users/${$id}/sessions`)).body,
      (await key("GET", `/users/${$id}/targets`)).body,
      (await key("GET", `/users/${$id}/logs`)).body,
    ]),
  )
  return JSON.parse(JSON.stringify([users, seen]), (name, value) =>
    name === "accessedAt"
      ? ""
      : typeof value === "string"
        ? value.replace(/[0-9a-f]{20,}|\$argon2.*/g, "")
        : value,
  )
}

/** Whether each of the held secrets is still good. */
async function use(scene: Scene, { sessions, tokens }: Held): Promise<number[]> {
  const statuses: number[] = []
  for (const session of sessions) statuses.push((await session("GET", "/account")).status)
  for (const token of tokens) {
    for (const [method, path, body] of [
      ["PUT", "/account/recovery", { password: "third-horse-11" }],
      ["POST", "/account/sessions/token", {}],
    ] as const) {
      statuses.push((await scene.guest(method, path, { ...token, ...body })).status)
    }
  }
  return statuses
}

test(
  "what was refused has left nothing behind",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
        const scenes = { all: await newScene(), good: await newScene() }
        const held: Record<keyof typeof scenes, Held> = {
          all: { sessions: [], tokens: [] },
          good: { sessions: [], tokens: [] },
        }
        for (const next of [...BEGINNING, ...steps]) {
          if (await take(scenes.all, held.all, next)) {
            expect(await take(scenes.good, held.good, next)).toBe(true)
          }
        }
        expect(await everything(scenes.all)).toEqual(await everything(scenes.good))
        expect(await use(scenes.all, held.all)).toEqual(await use(scenes.good, held.good))
      }),
      { numRuns: 30 },
    )
  },
  PATIENCE,
)
