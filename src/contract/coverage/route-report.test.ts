import { describe, expect, test } from "vitest"
import type { SettledStep } from "../ledger.ts"
import type { Step, Transcript } from "../transcript.ts"
import { evidenceOf } from "./evidence-of.ts"
import { parseLockStepRuns } from "./lock-step-runs.ts"
import { reportMarkdown, reportTable } from "./report-table.ts"
import { reportRoutes, staleTranscripts } from "./route-report.ts"

const routes = [
  { method: "GET", path: "/users" },
  { method: "GET", path: "/users/:userId" },
]
const day = (text: string) => Date.parse(`${text}T12:00:00Z`)

function step(path: string, at: number, status: number, body: Step["answer"]["body"] = null): Step {
  const answer = { status, headers: {}, cookies: [], body }
  return {
    as: "key",
    method: "GET",
    path,
    query: {},
    headers: {},
    content: undefined,
    note: undefined,
    at,
    ms: 1,
    answer,
  }
}

function transcript(name: string, area: string, steps: readonly Step[]): Transcript {
  return { name, area, server: "Appwrite 1.9.6", project: "p", key: "k", steps }
}

const transcripts = [
  transcript("read", "users", [
    step("/users/ada", day("2026-01-01"), 200),
    step("/users/bea", day("2026-01-01"), 404, { type: "user_not_found" }),
    step("/none", day("2026-01-01"), 404),
  ]),
  transcript("walk-1", "walks", [
    step("/users/ada?x=1", day("2026-03-01"), 500, { type: "general_unknown" }),
  ]),
]

function settled(path: string, part: Partial<SettledStep> = {}): SettledStep {
  return {
    transcript: "read",
    area: "users",
    index: 0,
    method: "GET",
    path,
    differences: [],
    accepted: [],
    ...part,
  }
}

const difference = { path: "status", recorded: 200, given: 404, reason: "differs" }
const entry = { id: "e", reason: "r", transcript: "walk-*", method: "GET", path: "/users/*", at: "*" }
const lockStepRuns = parseLockStepRuns(
  JSON.stringify([
    { date: "2026-02-02T10:00:00.000Z", server: "1.9.6", routes: { "GET /users/:userId": 5 } },
    {
      date: "2026-02-03T10:00:00.000Z",
      server: "1.9.6",
      routes: { "GET /users": 0, "GET /users/:userId": 7 },
    },
  ]),
  "runs",
)
const report = reportRoutes({
  routes,
  sdkCalls: { "GET /users": ["users.list"] },
  transcripts,
  steps: [
    settled("/users/ada"),
    settled("/users/bea", { differences: [difference] }),
    settled("/users/ada?x=1", { accepted: [{ ...difference, entry: "e" }] }),
  ],
  lockStepRuns,
})

test("each axis has its own figure", () => {
  expect(report).toEqual([
    {
      route: "GET /users",
      sdk: ["users.list"],
      recorded: { steps: 0, last: null },
      replayed: { same: 0, accepted: 0, different: 0 },
      walked: 0,
      lockStepped: null,
    },
    {
      route: "GET /users/:userId",
      sdk: [],
      recorded: { steps: 3, last: "2026-03-01" },
      replayed: { same: 1, accepted: 1, different: 1 },
      walked: 1,
      lockStepped: { date: "2026-02-03", server: "1.9.6", steps: 7 },
    },
  ])
})

test("tables have one line a route", () => {
  const [head, , line] = reportTable(report).split("\n")
  expect(head?.indexOf("recorded")).toBe(line?.indexOf("3"))
  expect(reportTable(report).split("\n")).toHaveLength(3)
  expect(reportMarkdown(report)).toContain("| `GET /users/:userId` | 3 | 1 (+ 1 accepted) | 1 |")
})

test("recordings are out of date after so many days", () => {
  expect(staleTranscripts(transcripts, 30, day("2026-03-10"))).toEqual([
    { transcript: "read", recorded: "2026-01-01" },
  ])
  expect(staleTranscripts(transcripts, 90, day("2026-03-10"))).toEqual([])
})

describe("the evidence of recordings", () => {
  test("names each answer once, and those that only an accepted difference excuses", () => {
    expect(evidenceOf(transcripts, routes, [entry])).toEqual({
      version: "1.9.6",
      routes: {
        "GET /users/:userId": {
          steps: 3,
          walked: 1,
          recorded: "2026-03-01",
          answers: ["200", "404 user_not_found", "500 general_unknown"],
          accepted: ["500 general_unknown"],
        },
        "no route": { steps: 1, walked: 0, recorded: "2026-01-01", answers: ["404"], accepted: [] },
      },
    })
  })
})

test.each([
  "{}",
  "[1]",
  '[{"date":"no","server":"1","routes":{}}]',
  '[{"date":"2026-01-01","server":"1","routes":{"a":"b"}}]',
])("%s is no list of lock-step runs", (text) => {
  expect(() => parseLockStepRuns(text, "runs.json")).toThrow("runs.json")
})
