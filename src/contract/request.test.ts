import { describe, expect, test } from "vitest"
import { toRequest } from "./request.ts"
import type { Step } from "./transcript.ts"
import { createTwins } from "./twins.ts"

const [oldId, newId] = ["6b03f350f1b3801e4299", "6b03f350f1b3801e0000"]
const oldKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJR"
const newKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
const twins = createTwins([
  [oldId, newId],
  [oldKey, newKey],
])
const plain: Step = {
  as: "key",
  method: "GET",
  path: "/users",
  query: {},
  headers: {},
  content: undefined,
  note: undefined,
  at: 0,
  ms: 0,
  answer: { status: 200, headers: {}, cookies: [], body: null },
}

function build(step: Partial<Step>) {
  return toRequest({ ...plain, ...step }, twins, "http://127.0.0.1/v1", 59_000)
}

describe("toRequest", () => {
  test.each([
    "",
    "/users/",
    "//users",
    "/users/%66orm1",
    "/users/bad%20id",
    "/users/unique()",
    "/users?total=",
  ])("keeps the path %j", async (path) => {
    expect((await build({ path })).url).toBe(`http://127.0.0.1/v1${path}`)
  })

  test("sends lists with indexes, after what the path has", async () => {
    const { url } = await build({ path: "/users?a=1", query: { queries: ["x", `y ${oldId}`], search: "z" } })
    expect([...new URL(url).searchParams]).toEqual([
      ["a", "1"],
      ["queries[0]", "x"],
      ["queries[1]", `y ${newId}`],
      ["search", "z"],
    ])
  })

  test("sends a body as JSON, time-based codes and twins put in", async () => {
    const json = { id: oldId, list: [{ otp: { $totp: oldKey } }], other: { $totp: 1 } }
    const request = await build({ method: "POST", content: { json } })
    expect(request.headers.get("content-type")).toBe("application/json")
    expect(await request.json()).toEqual({ id: newId, list: [{ otp: "287082" }], other: { $totp: 1 } })
  })

  test("leaves a content type of the step", async () => {
    const headers = { "content-type": "text/plain" }
    const request = await build({ method: "POST", headers, content: { json: {} } })
    expect(request.headers.get("content-type")).toBe("text/plain")
  })

  test("sends raw bodies without a content type of its own", async () => {
    const request = await build({ method: "POST", content: { raw: `{"a": "${oldId}"` } })
    expect(request.headers.get("content-type")).toBeNull()
    expect(await request.text()).toBe(`{"a": "${newId}"`)
  })

  test("sends headers that browsers would refuse", async () => {
    const headers = { cookie: `a_session_${oldId}=x`, origin: "http://localhost", "user-agent": "" }
    const request = await build({ headers })
    expect(request.headers.get("cookie")).toBe(`a_session_${newId}=x`)
    expect(request.headers.get("origin")).toBe("http://localhost")
    expect(request.headers.get("user-agent")).toBe("")
  })
})

test("what a message brought stands in its place, and where no messages can be read it stays as it is", async () => {
  const step = { ...plain, method: "PUT", content: { json: { secret: { $outbox: 1 }, $outbox: 1 } } }
  const request = await toRequest(step, twins, "http://127.0.0.1/v1", 0, (message) => `code ${message}`)
  expect(await request.json()).toEqual({ secret: "code 1", $outbox: 1 })
  expect(await (await toRequest(step, twins, "http://127.0.0.1/v1", 0)).json()).toEqual(step.content.json)
})
