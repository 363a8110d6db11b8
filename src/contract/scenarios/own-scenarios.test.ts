import { describe, expect, test } from "vitest"
import { createEmulator } from "../../emulator.ts"
import { declaredEndpoints } from "../coverage/declared-endpoints.ts"
import { routeFinder, routeName } from "../coverage/route-of.ts"
import { recordScenario } from "../record/record.ts"
import type { Target } from "../replay.ts"
import type { Step } from "../transcript.ts"
import { ownScenarios } from "./own-scenarios.ts"

const faults: string[] = []
const emulator = await createEmulator({
  projects: [{ id: "scenarios", keys: ["standard_secret"] }],
  strict: true,
  log: (line) => faults.push(line),
})
const target: Target = {
  baseUrl: "http://127.0.0.1/v1",
  project: "scenarios",
  key: "standard_secret",
  fetch: emulator.fetch,
}
/** What succeeds only with a mailbox, a phone or an account of another service, which no scenario has. */
const needSomethingElse = new Set([
  "DELETE /account/identities/:identityId",
  "PUT /account/recovery",
  "PUT /account/sessions/magic-url",
  "GET /account/sessions/oauth2/:provider",
  "PUT /account/sessions/phone",
  "GET /account/tokens/oauth2/:provider",
  "PUT /account/verifications/email",
  "POST /account/verifications/phone",
  "PUT /account/verifications/phone",
  "PATCH /teams/:teamId/memberships/:membershipId/status",
  "DELETE /users/identities/:identityId",
])
const played: Step[] = []
const endpoints = await declaredEndpoints()

describe("each scenario", () => {
  test.each(ownScenarios.map((scenario) => [scenario.name, scenario] as const))(
    "%s leaves nothing behind",
    { timeout: 60_000 },
    async (_, scenario) => {
      const missed: string[] = []
      const watched: Target = {
        ...target,
        async fetch(request) {
          const response = await emulator.fetch(request)
          // The recorder's own deletions come after the scenario's.
          if (request.method === "DELETE" && response.status === 204 && !request.headers.has("user-agent")) {
            missed.push(request.url)
          }
          return response
        },
      }
      const { transcript, leftBehind } = await recordScenario(scenario, watched)
      played.push(...transcript.steps)
      expect(missed).toEqual([])
      expect(leftBehind).toEqual([])
      expect(transcript.steps.length).toBeGreaterThan(0)
      expect(faults).toEqual([])
    },
  )
})

describe("together they", () => {
  const routeOf = routeFinder(endpoints)

  test.each(endpoints.map((endpoint) => [routeName(endpoint), endpoint] as const))(
    "send to %s what it takes and what it refuses",
    (_, endpoint) => {
      const statuses = played
        .filter(({ method, path }) => routeOf(method, path) === endpoint)
        .map(({ answer }) => answer.status)
      expect(statuses).not.toHaveLength(0)
      const isTaken = statuses.some((status) => status < 400)
      expect(isTaken).toBe(!needSomethingElse.has(routeName(endpoint)))
      if (!endpoint.scopes.includes("public")) expect(statuses.some((status) => status >= 400)).toBe(true)
    },
  )

  test("have names of their own", () => {
    const names = ownScenarios.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
