import { beforeEach, describe, expect, test } from "vitest"
import { newScene, refusal, type Scene } from "../test-support/scene.ts"

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", prefs: {} })
})

test.each(["/users", "/users/", "/users//", "//users", "///users//"])("%s is the list", async (path) => {
  expect(await scene.key("GET", path)).toMatchObject({ status: 200, body: { total: 1 } })
})

test.each(["/users/ann", "/users/ann/", "/users/ann//prefs", "/users/ann/prefs/"])(
  "%s is found",
  async (path) => {
    expect(await scene.key("GET", path)).toMatchObject({ status: 200 })
  },
)

test("placeholders are counted in the path as it was sent", async () => {
  expect(await scene.key("GET", "//users/ann")).toMatchObject(refusal(404, "user_not_found"))
  expect(await scene.key("GET", "/users//ann")).toMatchObject(refusal(400, "general_argument_invalid"))
})

test("segments are not decoded", async () => {
  expect(await scene.key("GET", "/users/%61nn")).toMatchObject(refusal(400, "general_argument_invalid"))
})

test("what is fixed comes before what is a placeholder", async () => {
  expect((await scene.key("GET", "/users/identities")).body).toEqual({ total: 0, identities: [] })
  expect(await scene.key("GET", "/users/usage")).toMatchObject({ status: 200, body: { usersTotal: 1 } })
  expect(await scene.key("DELETE", "/users/identities")).toMatchObject(refusal(404, "user_not_found"))
})

describe("there is no route", () => {
  test.each([
    ["GET", "/v1/nothing"],
    ["GET", "/v1/Users"],
    ["GET", "/V1/users"],
    ["GET", "/v1"],
    ["GET", "/"],
    ["GET", "/users"],
    ["GET", "//v1/users"],
    ["PUT", "/v1/users/ann/status"],
    ["PATCH", "/v1/users"],
  ])("%s %s", async (method, path) => {
    const response = await scene.emulator.fetch(new Request(`http://localhost${path}`, { method }))
    expect(response.status).toBe(404)
    expect(response.headers.get("content-type")).toBe("text/html; charset=UTF-8")
    expect(response.headers.get("cache-control")).toBe("no-cache, no-store, must-revalidate")
    const page = await response.text()
    expect(page).toContain("general_route_not_found")
    expect(page).toContain(`${method} ${path}`)
  })
})

describe("the page that says so", () => {
  const page = async (path: string, headers = {}) => {
    const response = await scene.emulator.fetch(new Request(`http://localhost${path}`, { headers }))
    return { status: response.status, text: await response.text() }
  }

  test("names the routes most like the one that was asked for", async () => {
    expect((await page("/v1/users/ann/preferences")).text).toContain("GET /v1/users/:userId/prefs")
  })

  test("shows no markup of the client's", async () => {
    const { text } = await page("/v1/<script>alert(1)</script>")
    expect(text).not.toContain("<script>")
  })

  test("tells of a bad key instead", async () => {
    const { status, text } = await page("/v1/nothing", {
      "x-appwrite-project": "emulator",
      "x-appwrite-key": "wrong",
    })
    expect(status).toBe(401)
    expect(text).toContain("user_unauthorized")
  })
})
