import { expect, test } from "vitest"
import { describeResult } from "../../src/contract/lock-step/describe-result.ts"
import { compareWith } from "./compare.ts"
import { accountMutants, usersMutants } from "./mutants.ts"
import { serverOf } from "./servers.ts"

test("two emulators answer the same", { timeout: 120_000 }, async () => {
  const server = serverOf()
  const result = await compareWith(server, { runs: 40 })
  if (result.outcome !== "same") throw new Error(describeResult(result))
  expect(result.calls).toBeGreaterThan(40)
})

/** Each with the areas to look for it in, and the most calls that it takes to show it. */
const mutants = [
  ...Object.entries(usersMutants).map(([name, change]) => ({ name, change, areas: ["users"], longest: 4 })),
  ...Object.entries(accountMutants).map(([name, change]) => ({
    name,
    change,
    areas: ["users", "account"],
    longest: 6,
  })),
]

test.each(mutants)("$name: is found, and shown in few calls", { timeout: 120_000 }, async (mutant) => {
  const { change, areas, longest } = mutant
  const result = await compareWith(serverOf(change), { runs: 3000, areas })
  if (result.outcome !== "different") throw new Error(describeResult(result))
  expect(result.steps.length).toBeLessThanOrEqual(longest)
})
