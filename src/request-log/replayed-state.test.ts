import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { replay } from "../contract/replay.ts"
import { parseTranscript } from "../contract/transcript.ts"
import { createEmulator, type Emulator } from "../emulator.ts"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "replayed-"))
})
afterAll(() => rm(folder, { recursive: true }))

const newEmulator = (randomSeed: number) => createEmulator({ randomSeed, requestLog: { transcripts: 1000 } })

async function stateOf(emulator: Emulator): Promise<string> {
  const file = join(folder, "state.ndjson")
  await emulator.export(file)
  return readFile(file, "utf8")
}

/** Passwords are left out: a log hides them. */
type Step =
  | readonly ["advance", minutes: number]
  | readonly ["log in by mail", userId: string]
  | readonly [method: "POST" | "PATCH" | "DELETE", path: string, body?: object]

const user = fc.constantFrom("ann", "ben", "eve", "none")
const id = fc.constantFrom("eve", "unique()", "ann")
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 1, max: 100_000 }).map((minutes) => ["advance", minutes] as const),
  user.map((userId) => ["log in by mail", userId] as const),
  id.map((userId) => ["POST", "/users", { userId, email: `${userId.slice(0, 3)}@acme.com` }] as const),
  user.map((userId) => ["POST", `/users/${userId}/sessions`, {}] as const),
  user.map((userId) => ["POST", `/users/${userId}/tokens`, { length: 12 }] as const),
  user.map((userId) => ["PATCH", `/users/${userId}/mfa/recovery-codes`, {}] as const),
  user.map((userId) => ["DELETE", `/users/${userId}`] as const),
  fc.tuple(user, fc.string()).map(([userId, name]) => ["PATCH", `/users/${userId}/name`, { name }] as const),
  user.map(
    (userId) => ["POST", "/teams/crew/memberships", { userId, roles: [], url: "http://localhost" }] as const,
  ),
  id.map((teamId) => ["POST", "/teams", { teamId, name: "Team" }] as const),
)

/** What they begin with: users and a team, as a log is one of a project that was empty. */
const FIRST: readonly Step[] = [
  ["POST", "/users", { userId: "ann", email: "ann@acme.com", phone: "+14155550150" }],
  ["POST", "/users", { userId: "ben", email: "ben@acme.com" }],
  ["POST", "/teams", { teamId: "crew", name: "Crew" }],
]

async function play(emulator: Emulator, made: readonly Step[]): Promise<void> {
  const send = (method: string, path: string, body?: object, headers: object = {}) =>
    emulator.fetch(`http://localhost/v1${path}`, {
      method,
      headers: { "content-type": "application/json", "x-appwrite-project": "emulator", ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
  for (const [kind, what, body] of [...FIRST, ...made]) {
    if (kind === "advance") emulator.clock.advance({ minutes: what })
    else if (kind === "log in by mail") {
      await send("POST", "/account/tokens/email", { userId: what, email: `${what}@acme.com` })
      const secret = emulator.outbox.list().at(-1)?.secret ?? "none"
      await send("POST", "/account/sessions/token", { userId: what, secret })
    } else await send(kind, what, body, { "x-appwrite-key": "emulator" })
  }
}

test("a random seed and the log of the requests bring the same state, byte for byte", async () => {
  const property = fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 15 }), async (made) => {
    await using first = await newEmulator(5)
    await play(first, made)
    const transcript = parseTranscript(await first.project("emulator").log.transcript(), "log")

    await using second = await newEmulator(5)
    const target = {
      baseUrl: "http://localhost/v1",
      project: "emulator",
      key: "emulator",
      fetch: (request: Request) => second.fetch(request),
      outbox: (message: number) => second.outbox.list()[message]?.secret,
      setClock: (at: number) => second.clock.freeze(at),
    }
    await replay(transcript, target)
    expect(await stateOf(second)).toBe(await stateOf(first))
  })
  await fc.assert(property, { numRuns: 30 })
})

test("another random seed brings another state", async () => {
  await using one = await newEmulator(5)
  await using other = await newEmulator(6)
  for (const emulator of [one, other]) await play(emulator, [])
  expect(await stateOf(other)).not.toBe(await stateOf(one))
})
