import { beforeEach, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"

const START = Date.parse("2026-03-29T02:30:00Z")
const HOUR = 3_600_000

/** What the system's clock says: it was wrong by an hour, and is put right while the emulator runs. */
let system: number
let emulator: Emulator

beforeEach(async () => {
  system = START
  emulator = await createEmulator({ clock: { now: () => system }, rateLimits: true })
})

async function call(
  method: string,
  path: string,
  body?: object,
  headers: object = { "x-appwrite-key": "emulator" },
) {
  const response = await emulator.fetch(
    new Request(`http://localhost/v1${path}`, {
      method,
      headers: { "x-appwrite-project": "emulator", "content-type": "application/json", ...headers },
      ...(body && { body: JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) }
}

const create = async (userId: string) => (await call("POST", "/users", { userId })).body

async function createFifty() {
  const users = []
  for (let count = 0; count < 50; count += 1) users.push(await create("unique()"))
  return users
}

const logIn = async () => {
  const credentials = { email: "ada@example.com", password: "correct horse" }
  const { status, headers, body } = await call("POST", "/account/sessions/email", credentials, {})
  expect(status).toBe(201)
  const cookie = headers
    .getSetCookie()
    .map((text) => text.split(";")[0])
    .join("; ")
  return { session: body, cookie }
}

test("IDs stay unique, and who was there before stays before in lists", async () => {
  const before = await createFifty()
  system -= HOUR
  const after = await createFifty()
  system = START
  const again = await createFifty()
  const ids = [...before, ...after, ...again].map(({ $id }) => $id)
  expect(new Set(ids).size).toBe(150)
  const limit = encodeURIComponent('{"method":"limit","values":[150]}')
  const { body } = await call("GET", `/users?queries[]=${limit}`)
  expect(body.users.map(({ $id }: { $id: string }) => $id)).toEqual(ids)
  expect([before[0], after[0]].map(({ $createdAt }) => $createdAt)).toEqual([
    "2026-03-29T02:30:00.000+00:00",
    "2026-03-29T01:30:00.000+00:00",
  ])
})

test("what was changed since bears the earlier date, as it does on a real server", async () => {
  await create("ada")
  system -= HOUR
  const { body } = await call("PATCH", "/users/ada/name", { name: "Ada" })
  expect(body).toMatchObject({
    $createdAt: "2026-03-29T02:30:00.000+00:00",
    $updatedAt: "2026-03-29T01:30:00.000+00:00",
  })
})

test("sessions and JWTs go on, and new ones begin", async () => {
  await call("POST", "/users", { userId: "ada", email: "ada@example.com", password: "correct horse" })
  const { session, cookie } = await logIn()
  const { jwt } = (await call("POST", "/account/jwts", {}, { cookie })).body
  system -= HOUR
  expect((await call("GET", "/account", undefined, { cookie })).body.$id).toBe("ada")
  expect((await call("GET", "/account", undefined, { "x-appwrite-jwt": jwt })).body.$id).toBe("ada")
  const later = await logIn()
  const { body } = await call("GET", "/users/ada/sessions")
  expect(body.sessions.map(({ $id }: { $id: string }) => $id)).toEqual([session.$id, later.session.$id])
})

test("a code expires no sooner, and no later than its own date says", async () => {
  await call("POST", "/users", { userId: "ada", email: "ada@example.com" })
  system -= HOUR
  const { body } = await call(
    "POST",
    "/account/tokens/email",
    { userId: "ada", email: "ada@example.com" },
    {},
  )
  expect(body.expire).toBe("2026-03-29T01:45:00.000+00:00")
  const { secret } = await emulator.outbox.waitFor({ recipient: "ada@example.com" })
  system += HOUR
  const late = await call("POST", "/account/sessions/token", { userId: "ada", secret }, {})
  expect(late.body.type).toBe("user_invalid_token")
})

test("the log keeps the order of the requests, and the outbox that of its messages", async () => {
  await create("ada")
  system -= HOUR
  await create("alan")
  for (const name of ["one", "two"]) {
    await call("POST", "/account/tokens/email", { userId: "unique()", email: `${name}@example.com` }, {})
    system -= HOUR
  }
  const entries = emulator.log.list()
  expect(entries.map(({ id }) => id)).toEqual([1, 2, 3, 4])
  expect(entries.map(({ time }) => time.slice(11, 16))).toEqual(["02:30", "01:30", "01:30", "00:30"])
  expect(emulator.outbox.list().map(({ recipient }) => recipient)).toEqual([
    "one@example.com",
    "two@example.com",
  ])
})

test("rate limits still let through what they let through before", async () => {
  const attempt = () =>
    call("POST", "/account/sessions/email", { email: "nobody@example.com", password: "correct horse" }, {})
  for (let count = 0; count < 10; count += 1) expect((await attempt()).status).toBe(401)
  expect((await attempt()).status).toBe(429)
  system -= 2 * HOUR
  expect((await attempt()).status).toBe(401)
})

test("an advanced clock goes back with the system's, and a frozen one stands", async () => {
  emulator.clock.advance({ minutes: 30 })
  system -= HOUR
  expect(emulator.clock.now()).toBe(START - HOUR / 2)
  emulator.clock.freeze()
  system -= HOUR
  expect(emulator.clock.now()).toBe(START - HOUR / 2)
})
