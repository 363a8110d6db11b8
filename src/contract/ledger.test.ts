import { describe, expect, test } from "vitest"
import { type LedgerEntry, parseLedger, settle, unusedEntries } from "./ledger.ts"
import type { ComparedStep } from "./replay.ts"

const entry: LedgerEntry = {
  id: "e",
  reason: "why",
  transcript: "walk-*",
  method: "GET",
  path: "/users/*",
  at: "body.users[*].name",
}
const difference = { path: "body.users[3].name", recorded: "a", given: "b", reason: "differs" }
const step: ComparedStep = {
  transcript: "walk-1",
  area: "walks",
  version: "1.9.6",
  index: 0,
  method: "GET",
  path: "/users/u",
  differences: [difference],
}

describe("settle", () => {
  test("accepts what an entry excuses and leaves the rest", () => {
    const other = { ...difference, path: "body.total" }
    const [settled] = settle([{ ...step, differences: [difference, other] }], [entry])
    expect(settled?.accepted).toEqual([{ ...difference, entry: "e" }])
    expect(settled?.differences).toEqual([other])
  })

  test.each([
    ["transcript", { transcript: "other" }],
    ["method", { method: "PATCH" }],
    ["path", { path: "/teams/u" }],
  ])("does not accept for another %s", (_, change) => {
    expect(settle([{ ...step, ...change }], [entry])[0]?.accepted).toEqual([])
  })

  test.each([
    ["1.9.*", 1],
    ["1.5.*", 0],
  ])("for versions %s accepts %i", (versions, count) => {
    expect(settle([step], [{ ...entry, versions }])[0]?.accepted).toHaveLength(count)
  })

  test("takes signs in a pattern as they are", () => {
    const wrong = { ...entry, at: "body.users.3..name" }
    expect(settle([step], [wrong])[0]?.accepted).toEqual([])
  })
})

test("an entry that excuses nothing is unused", () => {
  const idle = { ...entry, id: "idle", path: "/teams" }
  expect(unusedEntries(settle([step], [entry, idle]), [entry, idle])).toEqual([idle])
})

describe("parseLedger", () => {
  test("reads entries", () => {
    const entries = [entry, { ...entry, id: "f", versions: "1.9.*" }]
    expect(parseLedger(JSON.stringify(entries), "l")).toEqual(entries)
  })

  test.each([
    ["no list", {}, "l: a ledger is a JSON list"],
    ["no reason", [{ ...entry, reason: "" }], 'l: entry 0: "reason" must be a text'],
    ["empty versions", [{ ...entry, versions: "" }], '"versions" must be a text'],
    ["a stranger", [{ ...entry, status: "x" }], '"status" is no member of an entry'],
    ["a twice used ID", [entry, entry], "an ID is used twice"],
    ["an entry for everything", [{ ...entry, path: "*", at: "*" }], "would excuse everything"],
  ])("refuses %s", (_, value, message) => {
    expect(() => parseLedger(JSON.stringify(value), "l")).toThrow(message)
  })
})
