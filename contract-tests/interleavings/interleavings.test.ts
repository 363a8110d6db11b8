import fc from "fast-check"
import { expect, test, vi } from "vitest"
import type { Walk } from "../../src/contract/lock-step/call.ts"
import { serverOf } from "../lock-step/servers.ts"
import { after, before, collisions } from "./collisions.ts"
import { isAsInOrder, moment, orders, type Race, race } from "./race.ts"

vi.setConfig({ testTimeout: 120_000 })

// Whatever actions wait for may let another request go first.
vi.mock("../../src/passwords/hash.ts", async (original) =>
  (await import("./gate.ts")).gated(await original()),
)
vi.mock("../../src/passwords/verify.ts", async (original) =>
  (await import("./gate.ts")).gated(await original()),
)
vi.mock("../../src/devices/detect.ts", async (original) =>
  (await import("./gate.ts")).gated(await original()),
)
vi.mock("../../src/emails/facts.ts", async (original) => (await import("./gate.ts")).gated(await original()))
vi.mock("../../src/services/jwt.ts", async (original) => (await import("./gate.ts")).gated(await original()))
vi.mock("../../src/services/account-mfa/totp.ts", async (original) =>
  (await import("./gate.ts")).gated(await original()),
)

type Change = Parameters<typeof serverOf>[0]

const newServer = (change?: Change) => serverOf(change, () => moment)

/** Whether a race came out as its requests would have, had they come one after the other in some order. */
async function hasOrder(seen: Race): Promise<boolean> {
  for (const order of orders(seen.together)) {
    if (await isAsInOrder(seen, order, newServer())) return true
  }
  return false
}

/** Lets requests meet in every way: those of the walk at the same time. */
async function findRace(walks: fc.Arbitrary<Walk>, numRuns: number, change?: Change) {
  return fc.check(
    fc.asyncProperty(walks, fc.scheduler(), async (together, scheduler) => {
      const seen = await race(
        newServer(change),
        { before, together, after },
        () => scheduler.schedule(Promise.resolve()),
        (all) => scheduler.waitFor(all),
      )
      if (!(await hasOrder(seen)))
        throw new Error(
          seen.together
            .map(
              (s) =>
                `${s.as} ${s.method} ${s.path} ${s.answer.status} ${JSON.stringify(s.answer.body).slice(0, 150)}`,
            )
            .join("\n"),
        )
    }),
    { numRuns },
  )
}

test("requests at the same time come out as if one had come after the other", async () => {
  const together = fc.array(fc.constantFrom(...collisions), { minLength: 2, maxLength: 4 })
  const found = await findRace(together, Number(process.env.N ?? 100))
  expect(found.failed, fc.defaultReportMessage(found)).toBe(false)
})
