import fc from "fast-check"
import { beforeEach, describe, expect, test } from "vitest"
import { createEmulator, type FaultAim, type FaultRule } from "../emulator.ts"
import { newScene, type Scene } from "../test-support/scene.ts"

let scene: Scene

beforeEach(async () => {
  scene = await newScene()
  for (const userId of ["ann", "ben"]) await scene.key("POST", "/users", { userId })
})

const aimed = (aim: FaultAim) => scene.emulator.faults.add({ ...aim, fault: { status: 500 } })

async function statuses(times: number): Promise<number[]> {
  const found: number[] = []
  for (let time = 0; time < times; time += 1) found.push((await scene.key("GET", "/users")).status)
  return found
}

describe("by route", () => {
  test.each([
    ["GET /users", "GET", "/users", true],
    ["get /users", "GET", "/users", true],
    ["/users", "GET", "/users", true],
    ["* /users", "GET", "/users", true],
    ["GET /v1/users", "GET", "/users", true],
    ["POST /users", "GET", "/users", false],
    ["GET /users", "GET", "/users/ann", false],
    ["GET /users/:userId", "GET", "/users/ann", true],
    ["GET /users/:id", "GET", "/users/ann", true],
    ["GET /users/ann", "GET", "/users/ann", true],
    ["GET /users/ann", "GET", "/users/ben", false],
    ["GET /users/:userId", "GET", "/users/identities", false],
    ["GET /users/*", "GET", "/users/identities", true],
    ["/users/*", "GET", "/users/ann/prefs", true],
    ["/users/*", "GET", "/users", false],
    ["/users/*/prefs", "GET", "/users/ann/prefs", true],
    ["/users/*/logs", "GET", "/users/ann/prefs", false],
    ["/*", "GET", "/users/ann/prefs", true],
    ["GET /users", "GET", "//users", true],
    ["GET /users", "GET", "/users/", true],
  ])("%s, asked for %s %s: %s", async (route, method, path, isStruck) => {
    const fault = aimed({ route })
    await scene.key(method, path)
    expect(fault.hits).toBe(isStruck ? 1 : 0)
  })

  test("an alias is the route that it leads to", async () => {
    const own = aimed({ route: "POST /account/sessions/email" })
    await scene.guest("POST", "/account/sessions", {})
    expect(own.hits).toBe(1)
    own.remove()
    const alias = aimed({ route: "POST /account/sessions" })
    await scene.guest("POST", "/account/sessions", {})
    expect(alias.hits).toBe(1)
  })
})

describe("by caller", () => {
  test.each<[NonNullable<FaultAim["caller"]>, number[]]>([
    ["guest", [500, 200, 200, 200]],
    ["key", [200, 500, 200, 200]],
    ["user", [200, 200, 500, 500]],
    ["user:ann", [200, 200, 500, 200]],
  ])("%s", async (caller, expected) => {
    const [session, jwt] = [await scene.session("ann"), await scene.jwt("ben")]
    aimed({ caller })
    const answers = [
      await scene.guest("GET", "/health/version"),
      await scene.key("GET", "/users"),
      await session("GET", "/account"),
      await jwt("GET", "/account"),
    ]
    expect(answers.map(({ status }) => status)).toEqual(expected)
  })
})

test("by project", async () => {
  aimed({ project: "other" })
  expect(await statuses(1)).toEqual([200])
  const other = await scene.key("GET", "/users", undefined, { "x-appwrite-project": "other" })
  expect(other.status).toBe(500)
})

describe("by count", () => {
  test("after so many, so many times", async () => {
    const fault = aimed({ after: 1, times: 2 })
    expect(await statuses(5)).toEqual([200, 500, 500, 200, 200])
    expect(fault).toMatchObject({ requests: 5, hits: 2 })
  })

  test("only requests that it is meant for count", async () => {
    aimed({ route: "GET /users", after: 1 })
    await scene.key("GET", "/users/ann")
    expect(await statuses(2)).toEqual([200, 500])
  })
})

test("by chance, the same with the same seed", async () => {
  const run = async () => {
    await using emulator = await createEmulator({ randomSeed: 7 })
    const fault = emulator.faults.add({ fault: { status: 500 }, probability: 0.5 })
    const found: number[] = []
    for (let time = 0; time < 40; time += 1) {
      found.push((await emulator.fetch(new Request("http://localhost/v1/health/version"))).status)
    }
    return { found, hits: fault.hits }
  }
  const first = await run()
  expect(await run()).toEqual(first)
  expect(new Set(first.found)).toEqual(new Set([200, 500]))
  expect(first.found.filter((status) => status === 500)).toHaveLength(first.hits)
})

describe("a wrong fault is refused", () => {
  test.each<[unknown, string]>([
    [null, "fault: expected an object."],
    [{}, "fault: expected a fault, a latency, or both."],
    [{ fault: "rate-limited" }, "fault: expected"],
    [{ fault: { status: 404 } }, "fault.status: expected 429, 500, 502, 503 or 504."],
    [{ fault: { status: 500, type: "general_smtp_disabled" } }, "fault.type: expected general_unknown or"],
    [{ fault: { status: 502, type: "general_unknown" } }, "fault.type: this status has none"],
    [{ fault: { status: 500, body: "" } }, "fault.body: unknown"],
    [{ fault: "broken_json", when: "before" }, 'when: only "after"'],
    [{ fault: "hang", when: "now" }, 'when: expected "before" or "after".'],
    [{ fault: "hang", latency: 0 }, "latency: expected a whole number from 1 to 600000."],
    [{ fault: "hang", times: 0 }, "times: expected a whole number from 1."],
    [{ fault: "hang", after: -1 }, "after: expected a whole number from 0."],
    [{ fault: "hang", probability: 0 }, "probability: expected a number above 0, up to 1."],
    [{ fault: "hang", probability: 1.5 }, "probability: expected"],
    [{ fault: "hang", route: "users" }, "route: expected a method and a path"],
    [{ fault: "hang", caller: "user:" }, 'caller: expected "guest", "key", "user" or "user:ID".'],
    [{ fault: "hang", project: "" }, "project: expected a text."],
    [{ fault: "hang", delay: 5 }, "delay: unknown; there are route, caller"],
  ])("%j: %s", (rule, message) => {
    const add = () => scene.emulator.faults.add(rule as FaultRule)
    expect(add).toThrow(expect.objectContaining({ name: "EmulatorError", code: "fault_invalid" }))
    expect(add).toThrow(message)
    expect(scene.emulator.faults.list()).toEqual([])
  })

  test("whatever it is, it is an EmulatorError or a fault that can be listed", () => {
    const member = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant("hang"),
      fc.record({ status: fc.integer() }),
    )
    fc.assert(
      fc.property(fc.record({ fault: member, when: member, times: member }, { requiredKeys: [] }), (rule) => {
        const { faults } = scene.emulator
        try {
          const fault = faults.add(rule as FaultRule)
          expect(faults.list()).toEqual([fault])
        } catch (error) {
          expect(error).toMatchObject({ code: "fault_invalid" })
        }
        faults.clear()
      }),
    )
  })
})
