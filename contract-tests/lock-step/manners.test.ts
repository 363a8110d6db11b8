import { expect, test, vi } from "vitest"
import { describeResult } from "../../src/contract/lock-step/describe-result.ts"
import type { Target } from "../../src/contract/replay.ts"
import { compareWith } from "./compare.ts"
import { usersMutants } from "./mutants.ts"
import { ask, serverOf } from "./servers.ts"

// A difference is looked for in as many walks as it takes.
vi.setConfig({ testTimeout: 120_000 })

const few = { runs: 8, steps: 20 }

async function leftOn(server: Target) {
  const [users, teams] = [await ask(server, "GET", "/users"), await ask(server, "GET", "/teams")]
  return { users: users.total, teams: teams.total }
}

test("a server is left as empty as it was", async () => {
  const server = serverOf()
  expect(await compareWith(server, few)).toMatchObject({ outcome: "same", left: [] })
  expect(await leftOn(server)).toEqual({ users: 0, teams: 0 })
})

test("a server that is wrong is left empty, too", async () => {
  const server = serverOf(usersMutants["a list counts one too many"])
  expect(await compareWith(server, { runs: 2000 })).toMatchObject({ outcome: "different", left: [] })
  expect(await leftOn(server)).toEqual({ users: 0, teams: 0 })
})

test("a project with users of its own is refused", async () => {
  const server = serverOf()
  await ask(server, "POST", "/users", { userId: "own" })
  const result = await compareWith(server, few)
  expect(result).toMatchObject({ outcome: "not compared", walks: 0 })
  expect(describeResult(result)).toContain("is not empty")
  expect(await leftOn(server)).toMatchObject({ users: 1 })
})

test("a project with users of its own keeps them as they are where it is allowed", async () => {
  const server = serverOf()
  await ask(server, "POST", "/users", { userId: "own", email: "own@example.com", phone: "+4930901820" })
  await ask(server, "POST", "/teams", { teamId: "own", name: "Own" })
  const before = await ask(server, "GET", "/users/own")
  const result = await compareWith(server, { ...few, allowNonEmpty: true })
  if (result.outcome !== "same") throw new Error(describeResult(result))
  expect(await ask(server, "GET", "/users/own")).toEqual(before)
  expect(await leftOn(server)).toEqual({ users: 1, teams: 1 })
})

test("users who could be mistaken for own ones are a reason to refuse all the same", async () => {
  const server = serverOf()
  await ask(server, "POST", "/users", { userId: "own", phone: "+14155550123" })
  const result = await compareWith(server, { ...few, allowNonEmpty: true })
  expect(result).toMatchObject({ outcome: "not compared", walks: 0 })
})

test("policies that were changed are put back", async () => {
  const server = serverOf()
  const before = await ask(server, "GET", "/project/policies")
  const result = await compareWith(server, { ...few, areas: ["users", "account", "project"] })
  if (result.outcome !== "same") throw new Error(describeResult(result))
  expect(await ask(server, "GET", "/project/policies")).toEqual(before)
})

test.each([
  ["policies of its own", ["users"], "session-limit", { total: 3 }],
  ["nobody to clean up after", ["users", "messaging"], "session-limit", { total: null }],
])("a project with %s is refused", async (_, areas, policy, setting) => {
  const server = serverOf()
  await ask(server, "PATCH", `/project/policies/${policy}`, setting)
  expect(await compareWith(server, { ...few, areas })).toMatchObject({ outcome: "not compared", walks: 0 })
})

test("a walk is seen again by its seed and path", async () => {
  const options = { runs: 2000, areas: ["users"] }
  const found = await compareWith(serverOf(usersMutants["a text for null"]), options)
  if (found.outcome !== "different") throw new Error(describeResult(found))
  const { seed, path, steps } = found
  const again = await compareWith(serverOf(usersMutants["a text for null"]), {
    ...options,
    seed,
    path,
    shrinks: 0,
  })
  if (again.outcome !== "different") throw new Error(describeResult(again))
  // The walk, and once more to be sure.
  expect(again.walks).toBe(2)
  expect(again.steps.map(({ call }) => call)).toEqual(steps.map(({ call }) => call))
})

test("an interrupted run ends, and cleans up", async () => {
  const server = serverOf()
  const stop = new AbortController()
  const patience = { answer: 10_000, rateLimit: 0, signal: stop.signal }
  const onProgress = ({ walks }: { readonly walks: number }) => {
    if (walks === 3) stop.abort()
  }
  const result = await compareWith(server, { runs: 1000, patience, onProgress })
  expect(result).toMatchObject({ outcome: "not compared", left: [] })
  expect(result.walks).toBeLessThan(10)
  expect(await leftOn(server)).toEqual({ users: 0, teams: 0 })
})

test("an invariant of one's own is a difference once it is broken", async () => {
  const invariant = {
    name: "nobody is called Ben",
    check: (exchanges: readonly { readonly answer: { readonly body: unknown } }[]) =>
      JSON.stringify(exchanges.at(-1)?.answer.body ?? null).includes('"name":"Ben"')
        ? "somebody is"
        : undefined,
  }
  const result = await compareWith(serverOf(), { runs: 2000, invariants: [invariant] })
  if (result.outcome !== "different") throw new Error(describeResult(result))
  expect(result.steps.at(-1)?.differences).toMatchObject([{ path: "invariant: nobody is called Ben" }])
  expect(result.steps.length).toBeLessThanOrEqual(4)
})

test("what a worker deletes later is waited for, where there is time", async () => {
  const compareLate = (reads: number, runs: number) => {
    const server = serverOf()
    const late = { ...server, fetch: lateLists(server.fetch) }
    return compareWith(late, { runs, areas: ["users"], workers: { reads, deletions: 0 } })
  }
  expect(await compareLate(1000, 4)).toMatchObject({ outcome: "same" })
  expect(await compareLate(0, 2000)).toMatchObject({ outcome: "different" })
})

/** Answers the first request for each list of sessions as if all were still there. */
function lateLists(fetch: Target["fetch"]): Target["fetch"] {
  let isLate = false
  return async (request) => {
    const response = await fetch(request)
    const isList = request.method === "GET" && new URL(request.url).pathname.endsWith("/sessions")
    if (!isList || response.status !== 200) return response
    isLate = !isLate
    return isLate ? new Response(`{"total":99,"sessions":[]}`, response) : response
  }
}
