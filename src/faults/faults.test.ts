import { beforeEach, describe, expect, test } from "vitest"
import type { FaultRule } from "../emulator.ts"
import { rawSender } from "../test-support/raw-sender.ts"
import { newScene, refusal, type Scene } from "../test-support/scene.ts"

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
  await scene.key("POST", "/users", { userId: "ann", email: "ann@acme.com" })
})

const send = rawSender(() => scene)
const create = (userId: string) => scene.key("POST", "/users", { userId })
const userCount = () => scene.emulator.project("emulator").userCount
const list = () => scene.key("GET", "/users")

const FAILED = refusal(500, "general_unknown")

describe("errors", () => {
  test.each<[FaultRule["fault"], number, string, string]>([
    [
      "rate_limited",
      429,
      "general_rate_limit_exceeded",
      "Rate limit for the current endpoint has been exceeded. Please try again after some time.",
    ],
    [{ status: 500 }, 500, "general_unknown", "Server Error"],
    [{ status: 500, type: "general_server_error" }, 500, "general_server_error", "Server Error"],
    [
      { status: 503, type: "general_phone_disabled" },
      503,
      "general_phone_disabled",
      "Phone provider is not configured. Please check the _APP_SMS_PROVIDER environment variable of your Appwrite server.",
    ],
  ])("%j is answered as by the server, and nothing is done", async (fault, code, type, message) => {
    if (fault === undefined) return expect.unreachable()
    scene.emulator.faults.add({ fault } as FaultRule)
    const { status, headers, body } = await create("ben")
    expect({ status, body }).toEqual({ status: code, body: { message, code, type, version: "1.9.6" } })
    expect(headers.get("content-type")).toBe("application/json; charset=UTF-8")
    expect(headers.get("cache-control")).toBe("no-cache, no-store, must-revalidate")
    scene.emulator.faults.clear()
    expect(userCount()).toBe(1)
  })

  test("a rate limit says when it ends, as the route's own does", async () => {
    scene.emulator.faults.add({ fault: "rate_limited" })
    const now = Math.floor(scene.now() / 1000)
    const login = await scene.guest("POST", "/account/sessions/email", {})
    expect(login.headers.get("x-ratelimit-limit")).toBe("10")
    expect(login.headers.get("x-ratelimit-remaining")).toBe("0")
    expect(Number(login.headers.get("x-ratelimit-reset"))).toBe(now - (now % 3600) + 3600)
    const { headers } = await create("ben")
    expect(headers.get("x-ratelimit-limit")).toBe("60")
    expect(Number(headers.get("x-ratelimit-reset"))).toBe(now - (now % 60) + 60)
  })

  test.each([502, 503, 504] as const)("a gateway's %i is no JSON", async (status) => {
    scene.emulator.faults.add({ fault: { status } })
    const response = await send("POST", "/users", { userId: "ben" })
    expect(response.status).toBe(status)
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8")
    expect(await response.text()).toMatch(/^[A-Z][A-Za-z ]+$/)
    expect(userCount()).toBe(1)
  })
})

describe("several faults", () => {
  test("the first that does more than delay decides", async () => {
    const { faults } = scene.emulator
    const slow = faults.add({ latency: 1 })
    const first = faults.add({ fault: { status: 500 } })
    const second = faults.add({ fault: "rate_limited" })
    expect(await list()).toMatchObject(FAILED)
    expect([slow, first, second].map(({ hits }) => hits)).toEqual([1, 1, 0])
    first.remove()
    first.remove()
    expect(await list()).toMatchObject({ status: 429 })
    expect(faults.list().map(({ id }) => id)).toEqual([slow.id, second.id])
    faults.clear()
    expect(await list()).toMatchObject({ status: 200 })
  })

  test("delay by the sum of their latencies", async () => {
    for (const latency of [60, 90]) scene.emulator.faults.add({ latency })
    const start = performance.now()
    expect(await list()).toMatchObject({ status: 200 })
    // A timer may come a millisecond early.
    expect(performance.now() - start).toBeGreaterThan(148)
  })

  test("are gone after a reset, and no branch has them", async () => {
    scene.emulator.faults.add({ fault: { status: 500 } })
    await using branch = scene.emulator.branch()
    expect(branch.faults.list()).toEqual([])
    scene.emulator.reset()
    expect(await list()).toMatchObject({ status: 200 })
  })
})

test("requests that the server refuses at the door are refused as ever", async () => {
  const fault = scene.emulator.faults.add({ fault: { status: 500 } })
  expect(await scene.guest("GET", "/users")).toMatchObject(refusal(401, "general_unauthorized_scope"))
  expect(fault.requests).toBe(0)
})
