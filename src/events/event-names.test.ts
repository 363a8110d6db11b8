import { expect, test } from "vitest"
import { eventNames } from "./event-names.ts"

test("an event of a user goes by all that is shorter or more general", () => {
  expect(eventNames("users.[userId].update.email", { userId: "ann" })).toEqual([
    "users.ann.update",
    "users.*.update",
    "users.ann.update.email",
    "users.*.update.email",
    "users.ann",
    "users.*",
  ])
})

test("a resource within another one: either ID may be a star", () => {
  const ids = { userId: "ann", sessionId: "s" }
  expect(eventNames("users.[userId].sessions.[sessionId].create", ids)).toEqual([
    "users.ann.sessions.s.create",
    "users.*.sessions.*.create",
    "users.ann.sessions.*.create",
    "users.*.sessions.s.create",
    "users.ann.sessions.s",
    "users.*.sessions.*",
    "users.ann.sessions.*",
    "users.*.sessions.s",
    "users.ann",
    "users.*",
  ])
})

test("an attribute within another resource is also one of the outer resource", () => {
  const names = eventNames("teams.[teamId].memberships.[membershipId].update.status", {
    teamId: "t",
    membershipId: "m",
  })
  expect(names[0]).toBe("teams.t.memberships.m.update.status")
  expect(names).toContain("teams.*.update.status")
  expect(names).toContain("teams.t.memberships.*.update")
  expect(names).not.toContain("teams.t.update")
})

test("without an ID of its own the inner resource is the action", () => {
  expect(eventNames("users.[userId].sessions.delete", { userId: "ann" })).toEqual([
    "users.ann.sessions",
    "users.*.sessions",
    "users.ann.sessions.delete",
    "users.*.sessions.delete",
    "users.ann",
    "users.*",
  ])
})

test("a name has no more than an action and an attribute", () => {
  expect(eventNames("users.[userId].create.mfa.recovery-codes", { userId: "ann" })).toEqual([
    "users.ann.create",
    "users.*.create",
    "users.ann",
    "users.*",
  ])
})
