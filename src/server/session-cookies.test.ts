import { beforeEach, describe, expect, test } from "vitest"
import { newScene, type Scene } from "../test-support/scene.ts"

const YEAR = 31_536_000
const SECRET = /^eyJ[A-Za-z0-9%]+$/

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com", password: "correct-horse-9" })
})

const logIn = (headers: Record<string, string> = {}) =>
  scene.guest(
    "POST",
    "/account/sessions/email",
    { email: "ann@acme.com", password: "correct-horse-9" },
    headers,
  )

/** Name, value and attributes of each cookie that an answer sets. */
const cookiesOf = ({ headers }: { headers: Headers }) =>
  headers.getSetCookie().map((line) => {
    const [pair = "", ...attributes] = line.split("; ")
    const [name = "", value = ""] = pair.split("=")
    return { name, value, attributes }
  })

describe("logging in", () => {
  test("sets two cookies of one value for as long as the session lives", async () => {
    const answer = await logIn()
    expect(answer.status).toBe(201)
    const [legacy, cookie] = cookiesOf(answer)
    expect(cookiesOf(answer)).toHaveLength(2)
    expect([legacy?.name, cookie?.name]).toEqual(["a_session_emulator_legacy", "a_session_emulator"])
    expect(cookie?.value).toMatch(SECRET)
    expect(legacy?.value).toBe(cookie?.value)
    expect(legacy?.attributes).toEqual([
      "expires=Sat, 02-Jan-2027 03:04:05 GMT",
      `Max-Age=${YEAR}`,
      "path=/",
      "HttpOnly",
    ])
    expect(cookie?.attributes).toEqual([...(legacy?.attributes ?? []), "SameSite=None"])
  })

  test("tells clients without cookies the same, and the cookie is good", async () => {
    const answer = await logIn()
    const value = decodeURIComponent(cookiesOf(answer)[1]?.value ?? "")
    expect(JSON.parse(answer.headers.get("x-fallback-cookies") ?? "")).toEqual({ a_session_emulator: value })
    const cookie = scene.caller({ cookie: `a_session_emulator=${encodeURIComponent(value)}` })
    expect(await cookie("GET", "/account")).toMatchObject({ status: 200, body: { $id: "ann" } })
  })

  test("under a name says whose cookie it is, over HTTPS that it is for HTTPS", async () => {
    const [cookie] = cookiesOf(await logIn({ host: "api.example.com:8080", "x-forwarded-proto": "https" }))
    expect(cookie?.attributes.slice(2)).toEqual(["path=/", "domain=.api.example.com", "secure", "HttpOnly"])
  })

  test.each(["localhost:4590", "127.0.0.1", "[::1]:4590"])("on %s leaves the domain out", async (host) => {
    expect(cookiesOf(await logIn({ host }))[0]?.attributes.slice(2)).toEqual(["path=/", "HttpOnly"])
  })

  test("in vain sets nothing", async () => {
    const answer = await scene.guest("POST", "/account/sessions/email", {
      email: "ann@acme.com",
      password: "wrong-horse-9",
    })
    expect(answer.status).toBe(401)
    expect(cookiesOf(answer)).toEqual([])
    expect(answer.headers.get("x-fallback-cookies")).toBeNull()
  })

  test("a session that a server makes is no client's cookie", async () => {
    expect(cookiesOf(await scene.key("POST", "/users/ann/sessions"))).toEqual([])
  })
})

test("logging out takes both cookies back", async () => {
  const session = await scene.session("ann")
  const answer = await session("DELETE", "/account/sessions/current")
  expect(answer.status).toBe(204)
  const lifetime = ["expires=Thu, 01-Jan-1970 00:00:01 GMT", "Max-Age=0", "path=/", "HttpOnly"]
  expect(cookiesOf(answer)).toEqual([
    { name: "a_session_emulator_legacy", value: "deleted", attributes: lifetime },
    { name: "a_session_emulator", value: "deleted", attributes: [...lifetime, "SameSite=None"] },
  ])
  expect(answer.headers.get("x-fallback-cookies")).toBe("[]")
})
