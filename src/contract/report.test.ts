import { expect, test } from "vitest"
import type { SettledStep } from "./ledger.ts"
import { countByArea, describeDifferences } from "./report.ts"

const same: SettledStep = {
  transcript: "t1",
  area: "walks",
  index: 0,
  method: "GET",
  path: "/users",
  differences: [],
  accepted: [],
}
const difference = { path: "body.total", recorded: 1, given: undefined, reason: "is missing" }
const different = { ...same, index: 4, differences: [difference] }
const accepted = { ...same, transcript: "t2", accepted: [{ ...difference, entry: "e" }] }
const both = { ...different, accepted: accepted.accepted }

test("counts each step once, by area", () => {
  expect(countByArea([same, { ...same, area: "hashes" }, different, accepted, both])).toEqual([
    { area: "hashes", transcripts: 1, steps: 1, same: 1, accepted: 0, different: 0 },
    { area: "walks", transcripts: 2, steps: 4, same: 1, accepted: 1, different: 2 },
  ])
})

test("tells the first steps that differ", () => {
  expect(describeDifferences([same, different, both, both], 1)).toBe(
    [
      "t1, step 4: GET /users",
      "  body.total: is missing",
      "    recorded 1",
      "    given    (nothing)",
      "and 2 more steps",
    ].join("\n"),
  )
  expect(describeDifferences([same, accepted], 1)).toBe("")
})
