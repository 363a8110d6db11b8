import { beforeEach, describe, expect, test } from "vitest"
import { DEFAULT_PROJECT } from "../emulator.ts"
import { newScene, type Scene } from "../test-support/scene.ts"

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
})

const register = (host: string, platform: string) =>
  `Invalid Origin. Register your new client (${host}) as a new ${platform} platform on your project console dashboard`
const unsupported = (scheme: string, origin: string) =>
  `Invalid Scheme. The scheme used (${scheme}) in the Origin (${origin}) is not supported. If you are using a custom scheme, please change it to \`appwrite-callback-<PROJECT_ID>\``

describe("refused", () => {
  test.each([
    ["https://evil.example", register("evil.example", "Web")],
    ["http://evil.example:8080", register("evil.example", "Web")],
    ["http://localhost.evil.example", register("localhost.evil.example", "Web")],
    ["chrome-extension://abc", register("abc", "Web (Chrome Extension)")],
    ["HTTP://LOCALHOST", unsupported("HTTP", "HTTP://LOCALHOST")],
    ["ftp://localhost", unsupported("ftp", "ftp://localhost")],
    ["constructor://localhost", unsupported("constructor", "constructor://localhost")],
    ["appwrite-callback-other://x", unsupported("appwrite-callback-other", "appwrite-callback-other://x")],
    ["null", "Invalid Origin."],
    ["localhost", "Invalid Origin."],
  ])("%s", async (origin, message) => {
    for (const method of ["GET", "POST", "DELETE"]) {
      expect(
        await scene.guest(method, "/account", method === "GET" ? undefined : {}, { origin }),
      ).toMatchObject({
        status: 403,
        body: { message, code: 403, type: "general_unknown_origin" },
      })
    }
  })
})

describe("let in", () => {
  test.each([
    "http://localhost",
    "https://localhost:5173",
    "http://127.0.0.1:3000",
    "http://[::1]:3000",
    "exp://192.168.0.2:8081",
    `appwrite-callback-${DEFAULT_PROJECT}://x`,
  ])("%s", async (origin) => {
    expect(await scene.guest("GET", "/health/version", undefined, { origin })).toMatchObject({ status: 200 })
  })
})

test("with a key nobody asks for the origin, be the key good or not", async () => {
  const origin = "https://evil.example"
  expect(await scene.key("GET", "/users", undefined, { origin })).toMatchObject({ status: 200 })
  const wrong = scene.caller({ "x-appwrite-key": "wrong" })
  expect(await wrong("GET", "/users", undefined, { origin })).toMatchObject({
    status: 401,
    body: { type: "user_unauthorized" },
  })
})
