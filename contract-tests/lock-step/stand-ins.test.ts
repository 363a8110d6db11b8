import { describe, expect, test, vi } from "vitest"
import { describeResult } from "../../src/contract/lock-step/describe-result.ts"
import type { LockStepOptions } from "../../src/contract/lock-step/lock-step-options.ts"
import type { Target } from "../../src/contract/replay.ts"
import { compareWith } from "./compare.ts"
import { ask, serverOf } from "./servers.ts"
import {
  appwriteError,
  around,
  cutAfter,
  cutBefore,
  cutWithin,
  isAny,
  isOfClient,
  isReadWithKey,
  isWrite,
  lateWorkers,
  refused,
  slowly,
  sometimes,
} from "./stand-ins.ts"

vi.setConfig({ testTimeout: 120_000 })

const patience = { answer: 10_000, rateLimit: 2000, outage: 200, signal: new AbortController().signal }

/** Compares a right server, of which something keeps us away. */
async function compareBehind(change: Parameters<typeof around>[1], options: Partial<LockStepOptions> = {}) {
  const server = serverOf()
  const result = await compareWith(around(server, change), { runs: 6, steps: 20, patience, ...options })
  return { result, server }
}

async function expectEmpty(server: Target) {
  const [users, teams] = [await ask(server, "GET", "/users"), await ask(server, "GET", "/teams")]
  expect([users.total, teams.total]).toEqual([0, 0])
}

const html = { "content-type": "text/html" }

describe("no difference is found, and all is compared, where the server", () => {
  test.each([
    ["is slow", sometimes(3, isAny, slowly)],
    ["limits, and says for how long", sometimes(5, isAny, refused(429, { "retry-after": "0" }))],
    ["limits, and says nothing", sometimes(5, isAny, refused(429, {}))],
    ["is away for a moment, behind a proxy", sometimes(4, isReadWithKey, refused(502, html))],
    ["loses connections before it has heard", sometimes(4, isReadWithKey, cutBefore)],
    ["loses connections in the middle of answers", sometimes(4, isReadWithKey, cutWithin)],
  ])("%s", async (_, change) => {
    const { result, server } = await compareBehind(change)
    if (result.outcome !== "same") throw new Error(describeResult(result))
    expect(result).toMatchObject({ unanswered: [], unsteady: [], leftOut: {} })
    await expectEmpty(server)
  })
})

describe("a walk whose write got no answer ends, and is told, where the server", () => {
  test.each([
    ["has not heard of it", cutBefore],
    ["has carried it out", cutAfter],
    ["was lost in the middle of its answer", cutWithin],
    ["is behind a proxy that gave up", refused(504, html)],
  ])("%s", async (_, instead) => {
    const { result, server } = await compareBehind(sometimes(23, isWrite, instead))
    if (result.outcome !== "same") throw new Error(describeResult(result))
    expect(result.unanswered.length).toBeGreaterThan(0)
    expect(result.unsteady).toEqual([])
    await expectEmpty(server)
  })
})

describe("what a write made whose answer was lost, under an ID of the server's,", () => {
  /** Loses the answer of each write that leaves an ID to the server. */
  function losing(onLost: () => Promise<unknown>) {
    return sometimes(1, isWrite, async (fetch, request) => {
      if (!/"unique\(\)"/.test(await request.clone().text())) return fetch(request)
      await onLost()
      return cutAfter(fetch, request)
    })
  }

  test("is deleted", async () => {
    const onLost = vi.fn(async () => {})
    const { server } = await compareBehind(losing(onLost), { runs: 40 })
    expect(onLost).toHaveBeenCalled()
    await expectEmpty(server)
  })

  test("is told from what others make in the project, which is named and left alone", async () => {
    const server = serverOf()
    await ask(server, "POST", "/users", { userId: "own" })
    const onLost = () => ask(server, "POST", "/users", { userId: "stranger" })
    const options = { runs: 40, steps: 20, patience, areas: ["users"], allowNonEmpty: true }
    const result = await compareWith(around(server, losing(onLost)), options)
    expect(result.left).toContain("/users/stranger, which may be somebody else's")
    expect(await ask(server, "GET", "/users/stranger")).toMatchObject({ $id: "stranger" })
  })

  test("is told to be there where the server does not list it", async () => {
    let isLost = false
    const onLost = async () => {
      isLost = true
    }
    const isList = ({ method, url }: Request) => isLost && method === "GET" && url.includes("/users?")
    const refuse = sometimes(1, isList, appwriteError(401, "general_unauthorized_scope"))
    const { result } = await compareBehind((fetch) => refuse(losing(onLost)(fetch)), { runs: 40 })
    expect(describeResult(result)).toContain("users that a call without an answer may have made")
  })
})

describe("nothing can be said where the server", () => {
  test.each([
    ["never hears of anything", sometimes(1, isAny, cutBefore)],
    ["answers no write to the end", sometimes(1, isWrite, cutWithin)],
    ["is behind a proxy that never reaches it", sometimes(1, isAny, refused(503, html))],
    ["always fails", sometimes(1, isAny, appwriteError(500, "general_unknown"))],
    ["always limits", sometimes(1, isAny, refused(429, { "retry-after": "3600" }))],
  ])("%s", async (_, change) => {
    expect((await compareBehind(change)).result).toMatchObject({ outcome: "not compared" })
  })
})

test("what fails now and then is told, and no difference", async () => {
  const { result } = await compareBehind(sometimes(37, isWrite, appwriteError(500, "general_unknown")))
  if (result.outcome !== "same") throw new Error(describeResult(result))
  expect(result.unsteady.length).toBeGreaterThan(0)
})

/** Of walks that are known to come by each of these calls; what walks come by otherwise is left to chance. */
const seed = 1

describe("calls are left out, loudly, that the server", () => {
  test("limits for an hour", async () => {
    const isLimited = (request: Request) =>
      isOfClient(request) && isWrite(request) && /account(\/recovery|\/tokens.*)?$/.test(request.url)
    const limit = sometimes(1, isLimited, refused(429, { "retry-after": "3600" }))
    const { result } = await compareBehind(limit, { seed, runs: 40, areas: ["account"] })
    if (result.outcome !== "same") throw new Error(describeResult(result))
    expect(describeResult(result)).toMatch(/Left out .*limits how often/)
  })

  test.each([
    ["has no mail for", "/account/tokens/email", 503, "general_smtp_disabled"],
    ["has no SMS for", "/account/tokens/phone", 503, "general_phone_disabled"],
    ["does not allow", "/account/sessions/email", 501, "user_auth_method_unsupported"],
  ])("%s", async (_, path, status, type) => {
    const isIt = ({ method, url }: Request) => method === "POST" && url.endsWith(path)
    const { result } = await compareBehind(sometimes(1, isIt, appwriteError(status, type)), {
      seed,
      runs: 40,
      areas: ["account"],
    })
    if (result.outcome !== "same") throw new Error(describeResult(result))
    expect(Object.keys(result.leftOut).join()).toContain(`POST ${path}: `)
  })
})

test("a key that may not do all is named", async () => {
  const isLabels = ({ url }: Request) => url.endsWith("/labels")
  const refusal = sometimes(1, isLabels, appwriteError(401, "general_unauthorized_scope"))
  const { result } = await compareBehind(refusal, { seed, runs: 40, areas: ["users"] })
  expect(describeResult(result)).toContain("The key lacks a scope (users.write)")
})

test("what workers delete later is no difference", async () => {
  const isLate = (path: string) => /(sessions|memberships|targets|logs)$|^\/v1\/teams/.test(path)
  const workers = { reads: 1000, deletions: 50 }
  const { result } = await compareBehind(lateWorkers(200, isLate), { runs: 6, workers })
  if (result.outcome !== "same") throw new Error(describeResult(result))
  expect(result.unsteady).toEqual([])
})

test("logs that come too late are left out", async () => {
  const noLogs = sometimes(
    1,
    ({ url }) => url.includes("/logs"),
    async () => Response.json({ total: 0, logs: [] }),
  )
  const { result } = await compareBehind(noLogs, { runs: 4 })
  if (result.outcome !== "same") throw new Error(describeResult(result))
  expect(describeResult(result)).toContain("Left out: GET /account/logs: ")
})
