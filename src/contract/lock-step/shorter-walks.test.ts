import fc from "fast-check"
import { expect, test } from "vitest"
import type { Call } from "./call.ts"
import { shorterWalks } from "./shorter-walks.ts"

const call = (name: string, more: Partial<Call> = {}): Call => ({
  method: "PATCH",
  path: "/users/:userId/name",
  as: "key",
  person: "{run}a",
  headers: { "user-agent": "u" },
  params: { userId: "{me}", name },
  ...more,
})

/** As fast-check does: takes the first simpler walk that still fails, until there is none. */
function shrink(walk: readonly Call[], fails: (walk: readonly Call[]) => boolean): readonly Call[] {
  for (const shorter of shorterWalks(walk)) if (fails(shorter)) return shrink(shorter, fails)
  return walk
}

test("what a failure does not need is left out, whatever it is", () => {
  const names = fc.uniqueArray(fc.nat({ max: 99 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(names, fc.nat(), fc.nat(), (all, one, other) => {
      const needed = [all[one % all.length], all[other % all.length]].map(String)
      const walk = all.map((name) => call(String(name)))
      const fails = (shorter: readonly Call[]) =>
        needed.every((name) => shorter.some(({ params }) => params.name === name))
      expect(shrink(walk, fails)).toHaveLength(new Set(needed).size)
    }),
  )
})

test("a call is made simpler: parameters, headers and the caller", () => {
  const busy = call("Ann", {
    as: "session",
    headers: { "user-agent": "u", "x-appwrite-response-format": "1.8.0" },
  })
  const [simplest] = shrink([busy], (walk) => walk.length === 1)
  expect(simplest).toEqual(call("", { params: { userId: "{me}" } }))
})
