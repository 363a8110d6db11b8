import { afterEach, describe, expect, test } from "vitest"
import { ann, closeAll, newLogged } from "../test-support/log-stage.ts"

afterEach(closeAll)

describe("an entry", () => {
  test("tells what was asked, by whom, and what came of it", async () => {
    const { log, send } = await newLogged({ clock: { now: () => Date.UTC(2026, 0, 2) } })
    await send("POST", "/v1/users", ann, {
      "x-appwrite-key": "emulator",
      "x-sdk-name": "Node.js",
      "x-sdk-version": "27.1.0",
    })
    expect(log.list()).toEqual([
      {
        id: 1,
        time: "2026-01-02T00:00:00.000Z",
        project: "emulator",
        method: "POST",
        path: "/v1/users",
        route: "/v1/users",
        caller: { role: "key", name: "Emulator" },
        status: 201,
        duration: expect.any(Number),
        error: null,
        ignored: [],
        sdk: { name: "Node.js", version: "27.1.0" },
        hint: null,
      },
    ])
  })

  test("names guests, users and impersonators", async () => {
    const { log, send } = await newLogged()
    await send("POST", "/v1/users", ann)
    await send("POST", "/v1/users", { userId: "ben" })
    await send("PATCH", "/v1/users/ann/impersonator", { impersonator: true })
    const { secret } = JSON.parse((await send("POST", "/v1/users/ann/sessions", {})).text)
    log.clear()
    await send("GET", "/v1/account", undefined, {})
    await send("GET", "/v1/account", undefined, { "x-appwrite-session": secret })
    await send("GET", "/v1/users", undefined, {
      "x-appwrite-session": secret,
      "x-appwrite-impersonate-user-id": "ben",
    })
    expect(log.list().map(({ caller }) => caller)).toEqual([
      { role: "guest" },
      { role: "user", userId: "ann", impersonatorId: null },
      { role: "user", userId: "ben", impersonatorId: "ann" },
    ])
    const ids = (caller: string) => log.list({ caller }).map(({ id }) => id)
    const [, own, inOthersName] = log.list().map(({ id }) => id)
    expect([ids("ann"), ids("ben"), ids("user")]).toEqual([
      [own, inOthersName],
      [inOthersName],
      [own, inOthersName],
    ])
  })

  test("says why a request was refused", async () => {
    const { log, send } = await newLogged()
    const { status } = await send("GET", "/v1/users/nobody?x=1")
    expect(log.list()).toMatchObject([
      {
        path: "/v1/users/nobody",
        route: "/v1/users/:userId",
        status,
        error: { type: "user_not_found", message: expect.stringContaining("could not be found") },
      },
    ])
  })

  test("names parameters that nothing read, where they were sent", async () => {
    const { log, send } = await newLogged()
    await send("POST", "/v1/users?email=a", { userId: "ann", emial: "ann@acme.com", toString: 1 })
    await send("GET", "/v1/users?search=a&limit=3&project=emulator")
    expect(log.list().map(({ ignored }) => ignored)).toEqual([
      [
        { name: "emial", in: "body" },
        { name: "toString", in: "body" },
        { name: "email", in: "query" },
      ],
      [{ name: "limit", in: "query" }],
    ])
  })

  test("names ten of them at most", async () => {
    const { log, send } = await newLogged()
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`x${index}`, 1]))
    const few = Object.fromEntries(Object.entries(many).slice(0, 9))
    await send("POST", "/v1/users?one=1", { userId: "ann", ...many })
    await send("POST", "/v1/users?one=1&two=2", { userId: "ben", ...few })
    await send("GET", `/v1/users?${new URLSearchParams({ last: "1", ...many })}`)
    const [first, second, third] = log.list().map(({ ignored }) => ignored)
    expect(third?.map(({ name }) => name)).toEqual(["last", ...Object.keys(many).slice(0, 9)])
    expect(first?.map(({ name }) => name)).toEqual(Object.keys(many).slice(0, 10))
    expect(second?.slice(8)).toEqual([
      { name: "x8", in: "body" },
      { name: "one", in: "query" },
    ])
  })

  test("is made of routes that there are not, of preflights, and of bodies that break the server", async () => {
    const { log, send } = await newLogged()
    await send("GET", "/v1/nothing")
    await send("OPTIONS", "/v1/users")
    await send("POST", "/v1/users", 5)
    expect(log.list()).toMatchObject([
      { route: null, status: 404, error: { type: "general_route_not_found" } },
      { method: "OPTIONS", status: 204 },
      { route: "/v1/users", status: 500, hint: expect.stringContaining("neither an object nor a list") },
    ])
  })
})

test("no secret of a request is in the log", async () => {
  const { log, send } = await newLogged()
  const secrets = { "x-appwrite-key": "unknown-key-123", "x-appwrite-jwt": "header.payload.signature" }
  await send("POST", "/v1/users/unknown-key-123", { password: "hidden-horse-9" }, secrets)
  await send("POST", "/v1/users?password=hidden-horse-9", { ...ann, password: "hidden-horse-9" })
  await send("POST", "/v1/account/sessions/email", { email: "ann@acme.com", password: "hidden-horse-9" }, {})
  const text = JSON.stringify(log.list())
  for (const secret of ["unknown-key-123", "header.payload.signature", "hidden-horse-9"]) {
    expect(text).not.toContain(secret)
  }
})

test.each([
  "x-appwrite-key",
  "x-appwrite-dev-key",
  "x-appwrite-jwt",
  "x-appwrite-session",
  "x-fallback-cookies",
  "cookie",
])("what %s says is nowhere in the log, wherever else it was sent", async (header) => {
  const { log, send } = await newLogged()
  const { status } = await send("GET", "/v1/users/hidden-value-1", undefined, { [header]: "hidden-value-1" })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(log.list()).toMatchObject([{ path: "/v1/users/***" }])
  expect(JSON.stringify(log.list())).not.toContain("hidden")
})

test("a secret is masked in paths, messages and hints that repeat it", async () => {
  const { log, send } = await newLogged()
  await send("PATCH", "/v1/users/hidden-horse-9/password", { password: "hidden-horse-9" })
  const headers = { "x-appwrite-key": "emulator", "x-appwrite-dev-key": "hidden-horse-9" }
  const query = encodeURIComponent('{"method":"hidden-horse-9"}')
  await send("GET", `/v1/users?queries[]=${query}`, undefined, headers)
  await send("GET", "/users/hidden-horse-9", undefined, headers)
  await send("PATCH", "/v1/users/hidden%20h%C3%B6rse/password", { password: "hidden hörse" })
  await send("PATCH", "/v1/users/ann/password", { password: "hidden \ud800" })
  expect(log.list()).toMatchObject([
    { path: "/v1/users/***/password", error: { type: "user_not_found" } },
    { error: { message: expect.stringContaining("***") } },
    { path: "/users/***", hint: expect.stringContaining("/v1/users/***") },
    { path: "/v1/users/***/password" },
    { path: "/v1/users/ann/password" },
  ])
  expect(JSON.stringify(log.list())).not.toContain("hidden")
})
