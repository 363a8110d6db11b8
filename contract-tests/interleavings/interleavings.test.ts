import fc from "fast-check"
import { expect, test, vi } from "vitest"
import type { Walk } from "../../src/contract/lock-step/call.ts"
import { mutant } from "../lock-step/mutants.ts"
import { serverOf } from "../lock-step/servers.ts"
import { after, before, collisions } from "./collisions.ts"
import { pass } from "./gate.ts"
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
function findRace(walks: fc.Arbitrary<Walk>, numRuns: number, change?: Change) {
  return fc.check(
    fc.asyncProperty(walks, fc.scheduler(), async (together, scheduler) => {
      const seen = await race(
        newServer(change),
        { before, together, after },
        () => scheduler.schedule(Promise.resolve()),
        (all) => scheduler.waitFor(all),
      )
      expect(await hasOrder(seen), shown(seen)).toBe(true)
    }),
    { numRuns },
  )
}

/** What a race came out as. */
function shown({ together }: Race): string {
  const answers = together.map(
    ({ as, method, path, answer }) =>
      `${as} ${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`,
  )
  return ["No order explains these answers:", ...answers].join("\n")
}

test("requests at the same time come out as if one had come after the other", async () => {
  const together = fc.array(fc.constantFrom(...collisions), { minLength: 2, maxLength: 4 })
  const found = await findRace(together, 40)
  expect(found.failed, fc.defaultReportMessage(found)).toBe(false)
})

/** Waits between the look at the tokens and what it makes of it; right as long as nobody comes in between. */
const looksThenWrites = mutant("POST", "/account/sessions/token", (run) => async (...call) => {
  const { tokens } = call[0].project.database
  const seen = [...tokens.values()]
  await pass()
  for (const token of seen)
    if (tokens.find("$id", token.$id) === undefined) tokens.insert(($sequence) => ({ ...token, $sequence }))
  return run(...call)
})

test("a server that looks, waits and then writes is found out", async () => {
  const logins = collisions.filter(({ path }) => path === "/account/sessions/token")
  const together = fc.array(fc.constantFrom(...logins), { minLength: 1, maxLength: 3 })
  const found = await findRace(together, 100, looksThenWrites)
  expect(found.failed).toBe(true)
  expect(String(found.errorInstance)).toContain("No order explains these answers")
})
