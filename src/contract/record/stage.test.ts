import { beforeEach, expect, test } from "vitest"
import { createEmulator } from "../../emulator.ts"
import { replay, type Target } from "../replay.ts"
import type { Scenario } from "../scenario.ts"
import { recordScenario } from "./record.ts"

const emulator = await createEmulator({
  projects: [{ id: "real-project", keys: ["standard_0123456789abcdef"] }],
})
const target: Target = {
  baseUrl: "http://127.0.0.1/v1",
  project: "real-project",
  key: "standard_0123456789abcdef",
  fetch: emulator.fetch,
}

beforeEach(() => emulator.reset())

/** A scenario of a few words. */
function scenario(run: Scenario["run"]): Scenario {
  return { name: "short", area: "tests", run }
}

const adaStays = scenario(async ({ step, id }) => {
  await step("POST", "/users", { body: { userId: id("ada") } })
})

test("a rate limit is waited for, and is no part of the recording", async () => {
  let refused = 0
  const waits: number[] = []
  const limited: Target = {
    ...target,
    async fetch(request) {
      if (request.method === "POST" && refused++ < 2) {
        const headers = refused === 1 ? { "retry-after": "3" } : { "x-ratelimit-reset": "1000" }
        return new Response(null, { status: 429, headers })
      }
      return target.fetch(request)
    },
  }
  const { transcript } = await recordScenario(adaStays, limited, {
    now: () => 999_000,
    wait: async (ms) => {
      waits.push(ms)
    },
  })
  expect(waits).toEqual([3000, 2000])
  expect(transcript.steps.map(({ answer }) => answer.status)).toEqual([201])
})

test("what workers do later is waited for", async () => {
  let asked = 0
  const late: Target = {
    ...target,
    async fetch(request) {
      if (request.url.endsWith("/logs")) asked++
      return asked === 1 && request.url.endsWith("/logs")
        ? Response.json({ total: 0, logs: [] })
        : target.fetch(request)
    },
  }
  const waiting = scenario(async (stage) => {
    await adaStays.run(stage)
    await stage.step("GET", `/users/${stage.id("ada")}/logs`, { until: () => asked > 1 })
  })
  const { transcript } = await recordScenario(waiting, late)
  expect(asked).toBe(2)
  expect(transcript.steps).toHaveLength(2)
  expect(await replay(transcript, { ...target, argon2Cost: "m=8,t=1,p=1" })).toHaveLength(2)
})
