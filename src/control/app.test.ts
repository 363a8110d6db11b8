import { beforeEach, describe, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"

let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator()
})

const CONTROL = { "x-emulator-control": "1" }

async function control(
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = CONTROL,
) {
  const response = await emulator.fetch(
    new Request(`http://localhost/_emulator${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    }),
  )
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) }
}

const users = (project: string, key: string, method = "GET", body?: object) =>
  emulator.fetch(
    new Request("http://localhost/v1/users", {
      method,
      headers: { "x-appwrite-project": project, "x-appwrite-key": key, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )

describe("the door", () => {
  test("is open to whoever sends the header", async () => {
    expect(await control("GET", "/health")).toMatchObject({
      status: 200,
      body: { status: "pass", appwrite: "1.9.6", projects: 1 },
    })
  })

  test.each([
    ["without the header", {}],
    ["with another value", { "x-emulator-control": "true" }],
    ["from a web page", { ...CONTROL, origin: "https://evil.example" }],
    ["from a web page on this machine", { ...CONTROL, origin: "http://localhost:3000" }],
    ["under a name that is not ours", { ...CONTROL, host: "evil.example" }],
    ["under a name that only begins as ours", { ...CONTROL, host: "localhost.evil.example" }],
  ])("is shut %s", async (_case, headers) => {
    for (const [method, path] of [
      ["GET", "/projects"],
      ["POST", "/reset"],
      ["GET", "/nothing"],
    ] as const) {
      const { status, body } = await control(method, path, undefined, headers)
      expect(status).toBe(403)
      expect(body.error).toEqual(expect.any(String))
    }
  })

  test.each(["localhost", "localhost:4590", "127.0.0.1:80", "[::1]:4590", "LOCALHOST"])(
    "is open under %s",
    async (host) => {
      expect(await control("GET", "/health", undefined, { ...CONTROL, host })).toMatchObject({ status: 200 })
    },
  )

  test("never tells a browser that it may ask", async () => {
    const preflight = {
      origin: "http://localhost:3000",
      "access-control-request-method": "POST",
      "access-control-request-headers": "x-emulator-control",
    }
    for (const headers of [preflight, CONTROL]) {
      const answer = await control("OPTIONS", "/reset", undefined, headers)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([])
    }
    const { headers } = await control("GET", "/health")
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([])
  })

  test("of a listening emulator goes by its port", async () => {
    const { url, port, close } = await emulator.listen()
    try {
      expect((await fetch(`${url}/_emulator/health`, { headers: CONTROL })).status).toBe(200)
      expect((await fetch(`${url}/_emulator/health`)).status).toBe(403)
      expect(
        await control("GET", "/health", undefined, { ...CONTROL, host: `127.0.0.1:${port}` }),
      ).toMatchObject({
        status: 200,
      })
      expect(await control("GET", "/health", undefined, { ...CONTROL, host: "127.0.0.1:1" })).toMatchObject({
        status: 403,
      })
    } finally {
      await close()
    }
  })
})

describe("projects", () => {
  test("the one that is there from the start is listed, the server's own is not", async () => {
    expect((await control("GET", "/projects")).body).toEqual({
      projects: [
        {
          id: "emulator",
          name: "emulator",
          appwrite: "1.9",
          users: 0,
          keys: [{ secret: "emulator", scopes: "all" }],
        },
      ],
    })
  })

  test("are made with keys that are good for their scopes", async () => {
    const keys = [{ secret: "all" }, { secret: "reads", scopes: ["users.read"] }]
    expect(await control("PUT", "/projects/mine", JSON.stringify({ keys }))).toMatchObject({
      status: 201,
      body: { id: "mine" },
    })
    expect((await users("mine", "all", "POST", { userId: "ann" })).status).toBe(201)
    expect((await users("mine", "reads")).status).toBe(200)
    expect((await users("mine", "reads", "POST", { userId: "ben" })).status).toBe(401)
    expect((await users("mine", "emulator")).status).toBe(401)
  })

  test("are emptied by making them again", async () => {
    const body = JSON.stringify({ keys: [{ secret: "k" }] })
    await control("PUT", "/projects/mine", body)
    await users("mine", "k", "POST", { userId: "ann" })
    expect((await control("PUT", "/projects/mine", body)).status).toBe(200)
    expect(await (await users("mine", "k")).json()).toMatchObject({ total: 0 })
  })

  test.each([
    ["no JSON", "{", "The body is no JSON."],
    ["no keys", "{}", /^keys: /],
    ["a key without secret", '{"keys":[{"secret":"a"},{}]}', /^keys\[1\]\.secret: /],
    ["a bad scope", '{"keys":[{"secret":"a","scopes":"some"}]}', /^keys\[0\]\.scopes: /],
  ])("with %s are refused, and it is said where", async (_case, body, message) => {
    const answer = await control("PUT", "/projects/mine", body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toMatch(message)
    expect((await control("GET", "/health")).body.projects).toBe(1)
  })

  test.each(["console", "a%20b", "-a", "a".repeat(37)])("can't be called %s", async (id) => {
    expect(await control("PUT", `/projects/${id}`, '{"keys":[]}')).toMatchObject({ status: 400 })
  })

  test("are deleted, once", async () => {
    await control("PUT", "/projects/mine", '{"keys":[]}')
    expect(await control("DELETE", "/projects/mine")).toMatchObject({ status: 204, body: null })
    expect(await control("DELETE", "/projects/mine")).toMatchObject({ status: 404 })
    expect(await control("DELETE", "/projects/console")).toMatchObject({ status: 404 })
  })
})

test("a reset empties all projects and keeps their keys", async () => {
  await control("PUT", "/projects/mine", '{"keys":[{"secret":"k"}]}')
  await users("mine", "k", "POST", { userId: "ann" })
  await users("emulator", "emulator", "POST", { userId: "ann" })
  expect(await control("POST", "/reset")).toMatchObject({ status: 204 })
  expect(await (await users("mine", "k")).json()).toMatchObject({ total: 0 })
  expect(await (await users("emulator", "emulator")).json()).toMatchObject({ total: 0 })
})

test("an unknown route says so", async () => {
  expect(await control("GET", "/nothing")).toMatchObject({
    status: 404,
    body: { error: "There is no GET /_emulator/nothing." },
  })
})

test("a body that is nested beyond telling is refused", async () => {
  const deep = `{"set":${"[".repeat(20_000)}${"]".repeat(20_000)}}`
  expect(await control("POST", "/clock", deep)).toMatchObject({
    status: 400,
    body: { error: "The body is nested more than 512 deep." },
  })
})
