import { expect, test } from "vitest"
import type { Seed, SeedUser } from "../emulator.ts"
import { describePlan } from "./describe-push.ts"
import { planUser } from "./plan-user.ts"
import type { PushStep } from "./push.ts"

const created = (user: SeedUser): PushStep => ({ kind: "create", plan: planUser(user) })

test("each user is a line, with what follows, what is lost and why one is skipped", () => {
  const seed: Seed = {
    settings: {},
    keys: [],
    teams: [{ $id: "crew", name: "Crew" }],
    users: [
      { $id: "ada", email: "ada@example.com", labels: ["vip"], sessions: [{}] },
      { phone: "+4930123456", sessions: [{}], logs: [{ event: "session.create" }] },
      { $id: "alan" },
    ],
  }
  const [ada = {}, nameless = {}, alan = {}] = seed.users ?? []
  const steps: PushStep[] = [
    created(ada),
    created(nameless),
    { kind: "skip", plan: planUser({ ...alan, totp: {} }), taken: "ID" },
  ]
  expect(describePlan({ teams: seed.teams ?? [], steps }, seed)).toBe(`\
ada       ada@example.com  POST /users, then labels; not sessions
(new ID)  +4930123456      POST /users; not sessions, logs
alan                       skipped: the project has this ID already

2 users to create, 1 to skip.
1 team, of which those that are there stay as they are.
Can't be carried over: sessions (2 users), logs (1 user).
Of the seed, these are left alone: settings, keys.`)
})

test("what there is nothing of is not told", () => {
  expect(describePlan({ teams: [], steps: [] }, {})).toBe("0 users to create, 0 to skip.")
})

test("of many users the first fifty are shown", () => {
  const steps = Array.from({ length: 53 }, (_, index) => created({ $id: `u${index}` }))
  const lines = describePlan({ teams: [], steps }, {}).split("\n")
  expect(lines.slice(49)).toEqual([
    "u49    POST /users",
    "… and 3 more",
    "",
    "53 users to create, 0 to skip.",
  ])
})
