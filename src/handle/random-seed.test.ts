import { expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"

const KEY = { "x-appwrite-key": "emulator" }
const ANN = { email: "ann@acme.com", password: "correct-horse-9" }

/** Requests that need all kinds of randomness: IDs, salts, secrets, codes, phrases, tokens. */
const CALLS = [
  ["POST", "/users", { userId: "unique()", ...ANN }, KEY],
  ["POST", "/users", { userId: "ben", phone: "+14155550100" }, KEY],
  ["POST", "/users/ben/sessions", {}, KEY],
  ["POST", "/users/ben/tokens", { length: 32 }, KEY],
  ["POST", "/users/ben/jwts", {}, KEY],
  ["PATCH", "/users/ben/mfa/recovery-codes", undefined, KEY],
  ["POST", "/account/sessions/email", ANN, {}],
  ["POST", "/account/sessions/anonymous", {}, {}],
  ["POST", "/account/tokens/email", { userId: "cid", email: "cid@acme.com", phrase: true }, {}],
  ["POST", "/account/tokens/phone", { userId: "dan", phone: "+14155550101" }, {}],
  ["POST", "/account/tokens/magic-url", { userId: "eve", email: "eve@acme.com" }, {}],
  ["POST", "/teams", { teamId: "unique()", name: "T" }, KEY],
  ["GET", "/users", undefined, KEY],
  ["GET", "/users/none", undefined, KEY],
] as const

function request([method, path, body, headers]: (typeof CALLS)[number]): Request {
  return new Request(`http://localhost/v1${path}`, {
    method,
    headers: { "content-type": "application/json", "x-appwrite-project": "emulator", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

async function told(response: Response) {
  const headers = [...response.headers].filter(([name]) => name !== "x-debug-speed")
  return { status: response.status, headers, body: await response.text() }
}

/** The answers to all calls, one after the other. */
async function play(emulator: Emulator) {
  const answers: Awaited<ReturnType<typeof told>>[] = []
  for (const call of CALLS) answers.push(await told(await emulator.fetch(request(call))))
  return answers
}

/** All that it holds, in the open. */
async function picture(emulator: Emulator) {
  const nothing = await createEmulator({ projects: [] })
  return emulator.diff(nothing.snapshot(), emulator.snapshot(), { secrets: true })
}

test("the same seed and the same requests bring the same answers and the same state", async () => {
  const [one, other] = [await createEmulator({ randomSeed: 7 }), await createEmulator({ randomSeed: 7 })]
  const answers = await play(one)
  expect(answers.filter(({ status }) => status >= 400)).toHaveLength(1)
  expect(await play(other)).toEqual(answers)
  expect(await picture(other)).toEqual(await picture(one))
})

test("another seed brings other IDs and secrets", async () => {
  const bodies = async (randomSeed: number) =>
    (await play(await createEmulator({ randomSeed }))).map(({ body }) => body)
  const [one, other] = [await bodies(1), await bodies(2)]
  const same = one.filter((body, index) => body === other[index])
  expect(same).toHaveLength(1)
})

test("requests that are sent at once are answered as if they came one after the other", async () => {
  const one = await createEmulator({ randomSeed: 7 })
  const answers = await play(one)
  const other = await createEmulator({ randomSeed: 7 })
  const atOnce = await Promise.all(CALLS.map((call) => other.fetch(request(call)).then(told)))
  expect(atOnce).toEqual(answers)
  expect(await picture(other)).toEqual(await picture(one))
})

test("time begins with 2026 and goes by one millisecond a request", async () => {
  const emulator = await createEmulator({ randomSeed: 7 })
  const start = Date.UTC(2026, 0, 1)
  expect(emulator.clock.now()).toBe(start)
  await play(emulator)
  expect(emulator.clock.now()).toBe(start + CALLS.length)
})

test("a restored, reset or branched run goes on as it went before", async () => {
  const emulator = await createEmulator({ randomSeed: 7 })
  const fromStart = await play(emulator)
  emulator.reset()
  const snapshot = emulator.snapshot()
  const branch = emulator.branch()
  expect(await play(emulator)).toEqual(fromStart)
  emulator.restore(snapshot)
  expect(await play(emulator)).toEqual(fromStart)
  expect(await play(branch)).toEqual(fromStart)
})

test.each([-1, 1.5, Number.NaN, 2 ** 53])("%d is no seed", async (randomSeed) => {
  await expect(createEmulator({ randomSeed })).rejects.toMatchObject({ code: "random_seed_invalid" })
})

test("randomness comes from one place only", async () => {
  const randomness = { bytes: (length: number) => new Uint8Array(length) }
  await expect(createEmulator({ randomSeed: 1, randomness })).rejects.toMatchObject({
    code: "options_conflict",
  })
})
