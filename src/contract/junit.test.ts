import { expect, test } from "vitest"
import { junitCases, junitReport } from "./junit.ts"
import type { SettledStep } from "./ledger.ts"

const same: SettledStep = {
  transcript: "one",
  area: "a",
  index: 0,
  method: "GET",
  path: "/users",
  differences: [],
  accepted: [],
}
const difference = { path: "body.name", recorded: '<"&\u0001', given: "", reason: "differs" }
const steps = [
  same,
  { ...same, transcript: "two" },
  { ...same, transcript: "two", differences: [difference] },
]

test("each recording is a case", () => {
  expect(junitCases(steps)).toEqual([
    { name: "one", failure: undefined },
    { name: "two", failure: expect.stringContaining("body.name: differs") },
  ])
})

test("the report is XML whatever the answers hold", () => {
  const xml = junitReport("s", junitCases(steps))
  expect(xml).toContain('tests="2" failures="1"')
  expect(xml).toContain('<testcase classname="s" name="one"/>')
  expect(xml).toContain('message="two, step 0: GET /users"')
  expect(xml).toContain("&lt;")
  expect(xml.replace(/[\t\n\r -\uFFFD]/g, "")).toBe("")
})
