import { describe, expect, test } from "vitest"
import { parseLedger } from "../ledger.ts"
import { parseTranscript } from "../transcript.ts"
import { transcriptText } from "../transcript-text.ts"
import { describeResult } from "./describe-result.ts"
import { entriesFor, walkTranscript } from "./found-walk.ts"
import type { LockStepResult } from "./lock-step-options.ts"
import type { LockStep } from "./run-walk.ts"

const counts = {
  seed: 42,
  version: "1.9.6",
  walks: 3,
  calls: 9,
  routes: {},
  accepted: [],
  left: [],
  leftOut: {},
  unsteady: [],
  unanswered: [],
}
const answer = { status: 200, headers: {}, cookies: [], body: { name: "<&\u0000\ud800" } }
const sent = {
  as: "key",
  method: "GET",
  path: "/users/u1",
  query: { total: "false" },
  headers: { "x-appwrite-key": "k" },
  content: undefined,
  note: undefined,
  at: 1,
  ms: 2,
} as const
const step: LockStep = {
  call: { method: "GET", path: "/users/:userId", as: "key", person: "{run}a", headers: {}, params: {} },
  emulator: { ...sent, answer },
  server: { ...sent, path: "/users/u2", answer: { ...answer, body: { name: "server" } } },
  taken: [],
  differences: [0, 1].map((item) => ({
    path: `body.targets[${item}].name`,
    recorded: "a",
    given: undefined,
    reason: "is missing",
  })),
  accepted: [],
}
const different: LockStepResult = { outcome: "different", path: "1:2", steps: [step], ...counts }

describe("text", () => {
  test("tells calls, answers, places and how to see it again", () => {
    const text = describeResult(different)
    expect(text).toContain('await call("GET", "/users/u1?total=false", key)')
    expect(text).toContain('body.targets[0].name: is missing\n  emulator "a"\n  server   (nothing)')
    expect(text).toContain("--seed 42 --path 1:2")
  })

  test("tells what was not compared, loudly", () => {
    const text = describeResult({
      outcome: "same",
      ...counts,
      leftOut: { "POST /account/tokens/email: the server sends no mail": 7 },
      unsteady: ["GET /users: body.total: differs"],
      unanswered: ["POST /users failed: other side closed"],
    })
    expect(text).toContain("Left out 7 times: POST /account/tokens/email: the server sends no mail\n")
    expect(text).toContain("Differed once, and not again: GET /users: body.total: differs\n")
    expect(text).toContain("A walk ended early: POST /users failed: other side closed\n")
  })

  test("tells what was left behind, whatever came of the run", () => {
    const left = { ...counts, left: ["/users/u1"] }
    expect(describeResult({ outcome: "same", ...left })).toContain("Could not be deleted: /users/u1")
    expect(describeResult({ outcome: "not compared", reason: "why", ...left })).toContain("/users/u1")
  })
})

test("a walk becomes a transcript of what the server got and answered", () => {
  const target = { baseUrl: "http://127.0.0.1/v1", project: "p", key: "k" }
  const text = transcriptText(walkTranscript([step], "found", target))
  expect(parseTranscript(text, "text")).toMatchObject({ name: "found", project: "p", steps: [step.server] })
})

test("an accepted difference becomes one entry for each place, items taken together", () => {
  const first = entriesFor([step], "known", new Set())
  const entry = { method: "GET", path: "/users/:userId", at: "body.targets[*].name", reason: "known" }
  expect(first).toMatchObject([entry])
  const second = entriesFor([step], "known", new Set(first.map(({ id }) => id)))
  expect(parseLedger(JSON.stringify([...first, ...second]), "ledger")).toHaveLength(2)
})
