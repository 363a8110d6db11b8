import { describe, expect, test } from "vitest"
import { createEmulator } from "../emulator.ts"

const KEY = { "x-appwrite-key": "emulator", "x-appwrite-project": "emulator" }

async function hintOf(method: string, path: string, init: RequestInit = {}, strict = false) {
  const emulator = await createEmulator({ strict })
  const request = new Request(`http://localhost${path}`, { headers: KEY, ...init, method })
  const { headers } = await emulator.fetch(request)
  return headers.get("x-emulator-hint")
}

describe("a hint tells of", () => {
  test.each([
    ["/", "an Appwrite server for users in memory: its API is below /v1"],
    ["/users", "Maybe /v1/users is meant"],
    ["/api/v2/users", "The API is below /v1: the endpoint of a client ends in it. Maybe /v1/users is meant"],
    ["/nothing", "Maybe /v1 is meant"],
    ["/v1/v1/users", "maybe /v1/users is meant"],
    ["/v1/databases", 'no service "databases": it has account'],
  ])("the wrong path %s", async (path, hint) => {
    expect(await hintOf("GET", path)).toContain(hint)
  })

  test("a project that was not announced, and those that were", async () => {
    const headers = { ...KEY, "x-appwrite-project": "shop" }
    expect(await hintOf("GET", "/v1/users", { headers }, true)).toBe(
      'No project "shop" was announced: there is "emulator". Announce it, or run the emulator without strict projects.',
    )
  })

  test("a request without project", async () => {
    expect(await hintOf("GET", "/v1/users", { headers: {} })).toContain("X-Appwrite-Project")
  })

  test("an unknown key, without showing it", async () => {
    const hint = await hintOf("GET", "/v1/users", { headers: { ...KEY, "x-appwrite-key": "hidden" } })
    expect(hint).toContain('"emulator" has no such API key')
    expect(hint).not.toContain("hidden")
  })

  test("parameters in the query of a POST", async () => {
    expect(await hintOf("POST", "/v1/users?userId=ann")).toContain("takes its parameters from the body")
  })

  test("a body that is not announced as JSON", async () => {
    const headers = { ...KEY, "content-type": "text/plain", "content-length": "2" }
    expect(await hintOf("POST", "/v1/users", { headers, body: "{}" })).toContain("Content-Type is text/plain")
  })

  test("a body that is JSON, but says nothing", async () => {
    const headers = { ...KEY, "content-type": "application/json", "content-length": "2" }
    expect(await hintOf("POST", "/v1/users", { headers, body: "[]" })).toContain(
      "no JSON object with members",
    )
  })
})

test("a hint can name what no header can hold", async () => {
  expect(await hintOf("GET", "/v1/users?project=%C3%A4%0a", {}, true)).toContain('No project "??"')
})

test("the page for a wrong path shows the routes of the right one first", async () => {
  const emulator = await createEmulator()
  const response = await emulator.fetch("http://localhost/v2/teams/crew", { headers: KEY })
  expect(await response.text()).toMatch(/Routes like it:<\/p>\s*<ul>\s*<li><code>GET \/v1\/teams\/:teamId</)
})

test("the log shows a hint whole, also where it holds the default key", async () => {
  const emulator = await createEmulator({ strict: true })
  await emulator.fetch("http://localhost/v1/users", { headers: { ...KEY, "x-appwrite-project": "shop" } })
  expect(emulator.log.list()).toMatchObject([{ hint: expect.stringContaining('there is "emulator".') }])
})

test("what is right, or refused for what it says, gets no hint", async () => {
  expect(await hintOf("GET", "/v1/users")).toBeNull()
  expect(await hintOf("GET", "/v1/users/nobody")).toBeNull()
  expect(await hintOf("GET", "/v1/users/ann/nothing")).toBeNull()
})
