import { beforeEach, describe, expect, test } from "vitest"
import { DEFAULT_API_KEY, DEFAULT_PROJECT } from "../emulator.ts"
import { newScene, type Scene } from "../test-support/scene.ts"

const OWN = "http://localhost:3000"
const FOREIGN = "https://evil.example"

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
})

const KEY = { "x-appwrite-project": DEFAULT_PROJECT, "x-appwrite-key": DEFAULT_API_KEY }

const request = (method: string, path: string, headers: Record<string, string> = {}) =>
  scene.emulator.fetch(new Request(`http://localhost/v1${path}`, { method, headers }))

describe("every answer", () => {
  test.each([
    ["a list", "GET", "/users", KEY, 200],
    ["an error", "GET", "/users/none", KEY, 404],
    ["a refusal", "GET", "/users", {}, 401],
    ["an unknown route", "GET", "/nothing", {}, 404],
  ])("carries what browsers ask for: %s", async (_what, method, path, headers, status) => {
    const response = await request(method, path, headers)
    expect(response.status).toBe(status)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      server: "Appwrite",
      "x-content-type-options": "nosniff",
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
      "access-control-expose-headers": "X-Appwrite-Session, X-Fallback-Cookies",
      "access-control-max-age": "86400",
    })
    expect(response.headers.get("access-control-allow-headers")).toContain("X-Appwrite-Project")
  })

  test("that is an error is not to be kept, others say nothing of it", async () => {
    const failed = await request("GET", "/users/none", KEY)
    expect(failed.headers.get("cache-control")).toBe("no-cache, no-store, must-revalidate")
    expect(failed.headers.get("expires")).toBe("0")
    expect(failed.headers.get("pragma")).toBe("no-cache")
    expect((await request("GET", "/users", KEY)).headers.get("cache-control")).toBeNull()
  })

  test("over HTTPS asks to stay there", async () => {
    const https = await request("GET", "/users", { ...KEY, "x-forwarded-proto": "https" })
    expect(https.headers.get("strict-transport-security")).toBe("max-age=10886400")
    expect((await request("GET", "/users", KEY)).headers.get("strict-transport-security")).toBeNull()
  })

  test.each([
    ["2.0.0", true],
    ["1.9.7", true],
    ["1.9.6", false],
    ["1.4.0", false],
    ["x", false],
  ])("to a client of version %s warns: %s", async (format, warns) => {
    const response = await request("GET", "/users", { ...KEY, "x-appwrite-response-format": format })
    expect(response.headers.get("x-appwrite-warning")?.includes(`Appwrite ${format}.`) ?? false).toBe(warns)
  })

  test("that is empty is so to the last byte", async () => {
    await scene.key("POST", "/users", { userId: "ann" })
    const response = await request("DELETE", "/users/ann", KEY)
    expect(response.status).toBe(204)
    expect(response.headers.get("content-type")).toBe("text/html")
    expect(await response.text()).toBe("")
  })
})

describe("HEAD", () => {
  test.each([
    ["/users", 200],
    ["/users/none", 404],
    ["/nothing", 404],
  ])("%s answers as GET would, without the body", async (path, status) => {
    const [head, get] = [await request("HEAD", path, KEY), await request("GET", path, KEY)]
    expect(head.status).toBe(status)
    expect(await head.text()).toBe("")
    expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"))
  })
})

describe("OPTIONS", () => {
  test.each(["/users", "/nothing"])("%s lets any origin ask, and runs nothing", async (path) => {
    const response = await request("OPTIONS", path, { origin: FOREIGN, "x-appwrite-jwt": "bad" })
    expect(response.status).toBe(204)
    expect(response.headers.get("access-control-allow-origin")).toBe(FOREIGN)
    expect(response.headers.get("access-control-allow-methods")).toBe("GET, POST, PUT, PATCH, DELETE")
    expect(await response.text()).toBe("")
  })

  test("without an origin names none", async () => {
    expect((await request("OPTIONS", "/users")).headers.get("access-control-allow-origin")).toBeNull()
  })
})

describe("the origin that may read the answer", () => {
  const allowed = async (origin: string, headers = {}) => {
    const response = await request("GET", "/users", { ...headers, origin })
    return response.headers.get("access-control-allow-origin")
  }

  test("is one of the server's own, whatever the port", async () => {
    expect(await allowed(OWN)).toBe(OWN)
    expect(await allowed("http://127.0.0.1")).toBe("http://127.0.0.1")
    expect(await allowed("HTTPS://LOCALHOST")).toBe("https://localhost")
  })

  test.each([FOREIGN, "http://localhost.evil.example", "null", "constructor://localhost"])(
    "is not %s, even with a key",
    async (origin) => {
      expect(await allowed(origin)).toBeNull()
      expect(await allowed(origin, KEY)).toBeNull()
    },
  )
})
