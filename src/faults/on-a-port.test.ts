import { AppwriteException, Client, Users } from "node-appwrite-27"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"

let emulator: Emulator
let users: Users

beforeEach(async () => {
  emulator = await createEmulator()
  await emulator.listen()
  const { endpoint, projectId, apiKey } = emulator.project("emulator")
  users = new Users(new Client().setEndpoint(endpoint).setProject(projectId).setKey(apiKey))
})

afterEach(() => emulator.close())

const failure = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  )

describe("an official client", () => {
  test("sees a rate limit as an exception with its type", async () => {
    emulator.faults.add({ route: "POST /users", fault: "rate_limited", times: 1 })
    const error = await failure(users.create({ userId: "ann" }))
    expect(error).toBeInstanceOf(AppwriteException)
    expect(error).toMatchObject({ code: 429, type: "general_rate_limit_exceeded" })
    expect(await users.create({ userId: "ann" })).toMatchObject({ $id: "ann" })
  })

  test("sees a gateway's answer as an exception without type", async () => {
    emulator.faults.add({ fault: { status: 503 } })
    const error = await failure(users.list())
    expect(error).toBeInstanceOf(AppwriteException)
    expect(error).toMatchObject({ code: 503, message: "Service Unavailable" })
  })

  test("can't read what is broken off", async () => {
    emulator.faults.add({ fault: "broken_json" })
    expect(await failure(users.list())).toMatchObject({ name: "SyntaxError" })
  })

  test("whose connection breaks off finds done what it asked for", async () => {
    emulator.faults.add({ fault: "connection_reset", when: "after", times: 1 })
    expect(await failure(users.create({ userId: "ann" }))).toMatchObject({
      message: "fetch failed",
      cause: { code: "ECONNRESET" },
    })
    expect(await failure(users.create({ userId: "ann" }))).toMatchObject({ type: "user_already_exists" })
  })
})

describe("a fetch", () => {
  const request = (init: RequestInit = {}) =>
    fetch(`${emulator.url}/v1/users`, {
      ...init,
      headers: {
        "x-appwrite-project": "emulator",
        "x-appwrite-key": "emulator",
        "content-type": "application/json",
      },
    })

  test("that is left hanging ends when the client gives up, and others are answered in the meantime", async () => {
    const fault = emulator.faults.add({ route: "GET /users", fault: "hang", times: 1 })
    const client = new AbortController()
    const hanging = request({ signal: client.signal })
    await expect.poll(() => fault.hits).toBe(1)
    expect((await request()).status).toBe(200)
    client.abort()
    await expect(hanging).rejects.toMatchObject({ name: "AbortError" })
  })

  test("that is left hanging ends when the emulator is closed", async () => {
    const fault = emulator.faults.add({ fault: "hang" })
    const hanging = failure(request())
    await expect.poll(() => fault.hits).toBe(1)
    await emulator.close()
    expect(await hanging).toBeInstanceOf(TypeError)
  })

  test("whose client gives up during a latency has done nothing", async () => {
    const fault = emulator.faults.add({ route: "POST /users", latency: 600_000 })
    const client = new AbortController()
    const slow = request({ method: "POST", body: '{"userId":"ann"}', signal: client.signal })
    await expect.poll(() => fault.hits).toBe(1)
    client.abort()
    await expect(slow).rejects.toMatchObject({ name: "AbortError" })
    expect(await users.list()).toMatchObject({ total: 0 })
  })
})

test("with a random seed, an answer that never comes holds up no other", async () => {
  await using seeded = await createEmulator({ randomSeed: 1 })
  seeded.faults.add({ fault: "hang", times: 1 })
  const version = (signal?: AbortSignal) =>
    seeded.fetch(new Request("http://localhost/v1/health/version", signal === undefined ? {} : { signal }))
  const client = new AbortController()
  const hanging = version(client.signal)
  expect((await version()).status).toBe(200)
  client.abort()
  await expect(hanging).rejects.toMatchObject({ name: "AbortError" })
})
