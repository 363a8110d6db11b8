import { expect, test } from "vitest"
import { createEmulator } from "../../emulator.ts"
import { NO_ROUTE } from "../../evidence/evidence-table.ts"
import { reasons15 } from "../../profiles/1.5-reasons.ts"
import { PROFILES } from "../../profiles/profiles.ts"
import { declaredEndpoints } from "../coverage/declared-endpoints.ts"
import { routeName } from "../coverage/route-of.ts"
import { fits } from "../fits.ts"
import { CannotCompare } from "../lock-step/cannot-compare.ts"
import { parseTranscript, type Transcript } from "../transcript.ts"
import { changesOf } from "./changes.ts"
import { describeChanges } from "./describe-changes.ts"
import { loadReasons } from "./reasons.ts"

type Call = readonly [method: string, path: string, body?: object]

/** Calls as the request log of an emulator exports them. */
async function logOf(appwrite: "1.5" | "1.9", calls: readonly Call[]): Promise<Transcript> {
  await using emulator = await createEmulator({ appwrite, requestLog: { transcripts: 100 } })
  const headers = {
    "x-appwrite-project": "emulator",
    "x-appwrite-key": "emulator",
    "content-type": "application/json",
  }
  for (const [method, path, body] of calls) {
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    await emulator.fetch(new Request(`http://localhost/v1${path}`, init))
  }
  return parseTranscript(await emulator.log.transcript("emulator"), "log")
}

const upgrade = (log: Transcript) => changesOf(log, PROFILES["1.9"], reasons15)

test("what an upgrade changes is told once for each route and place, with its reason", async () => {
  const changes = await upgrade(
    await logOf("1.5", [
      ["POST", "/users", { userId: "ada", email: "ada@example.org" }],
      ["GET", "/users/ada"],
      ["GET", "/users/ada"],
      ["POST", "/users/ada/jwts"],
    ]),
  )
  expect(changes).toContainEqual({
    route: "GET /users/:userId",
    at: "body.impersonator",
    answers: { before: "200", after: "200" },
    before: undefined,
    after: false,
    calls: 2,
    step: 1,
    reason: expect.objectContaining({ since: "1.9.0" }),
  })
  expect(changes).toContainEqual(
    expect.objectContaining({
      route: "POST /users/:userId/jwts",
      at: "status",
      answers: { before: "404 general_route_not_found", after: "201" },
      reason: expect.objectContaining({ since: "1.6.2" }),
    }),
  )
  expect(changes.filter(({ reason }) => reason === undefined)).toEqual([])
  expect(changes.map(({ at }) => at)).not.toContain("body.version")
})

test("places in a list are one place, and a call counts once for it", async () => {
  const changes = await upgrade(
    await logOf("1.5", [
      ["POST", "/users", { userId: "ada", email: "ada@example.org" }],
      ["POST", "/users", { userId: "alan", email: "alan@example.org" }],
      ["GET", "/users"],
    ]),
  )
  const listed = changes.filter(({ route, at }) => route === "GET /users" && at.endsWith("emailCanonical"))
  expect(listed).toMatchObject([{ at: "body.users[].emailCanonical", calls: 1 }])
})

test("a log of the version that is upgraded to changes in nothing", async () => {
  const calls: Call[] = [
    ["POST", "/users", { userId: "ada", email: "ada@example.org", password: "correct horse" }],
    ["GET", "/users/ada"],
    ["GET", "/nowhere"],
  ]
  expect(await upgrade(await logOf("1.9", calls))).toEqual([])
})

test("the text has the changes below their reasons, and those without one last", () => {
  const change = {
    route: "GET /users",
    at: "body.total",
    answers: { before: "200", after: "200" },
    before: 1,
    after: undefined,
    calls: 2,
    step: 3,
  }
  const reason = { since: "1.8.1", text: "Because." }
  const status = { ...change, at: "status", answers: { before: "200", after: "400 bad" }, calls: 1, reason }
  expect(describeChanges([{ ...change, reason: undefined }, status])).toBe(
    [
      "Because. (since 1.8.1)",
      "  GET /users  200 -> 400 bad  [1 call, first step 3]",
      "",
      "Other changes, which may follow from those above:",
      "  GET /users  body.total: 1 -> (nothing)  [2 calls, first step 3]",
    ].join("\n"),
  )
})

test("there are reasons for an upgrade only", async () => {
  expect(await loadReasons(PROFILES["1.5"], PROFILES["1.9"])).toBe(reasons15)
  await expect(loadReasons(PROFILES["1.9"], PROFILES["1.5"])).rejects.toThrow(CannotCompare)
})

test("every route that a reason names is there", async () => {
  const routes = [NO_ROUTE, ...(await declaredEndpoints()).map(routeName)]
  const named = reasons15.flatMap(({ route = [] }) => route)
  expect(named.filter((pattern) => !routes.some((route) => fits(route, pattern)))).toEqual([])
})
