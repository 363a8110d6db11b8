import type { Emulator } from "../../src/emulator.ts"
import type { CollectionName, DatabaseState } from "../../src/project/database-state.ts"
import { OF_USER } from "../../src/project/of-user.ts"
import { brokenInvariants } from "../fuzz/broken-invariants.ts"

/** What there is when everybody is gone. */
export interface WhatIsLeft {
  /** What should have gone too: numbers of records, by collections. */
  readonly left: Readonly<Record<string, number>>
  /** What does not hold in the records. */
  readonly broken: readonly string[]
}

/** What users come and go with. */
const GOING = ["users", "teams", ...OF_USER] as const satisfies readonly CollectionName[]

const statesOf = (emulator: Emulator): DatabaseState[] =>
  emulator.snapshot().projects.map(({ state }) => state)

const countOf = (states: readonly DatabaseState[], name: CollectionName): number =>
  states.reduce((sum, state) => sum + state[name].records.size, 0)

/** Looks for what should not be there any more. */
export function leftIn(emulator: Emulator): WhatIsLeft {
  const states = statesOf(emulator)
  const counts = GOING.map((name) => [name, countOf(states, name)] as const)
  return {
    left: Object.fromEntries(counts.filter(([, size]) => size > 0)),
    broken: states.flatMap(brokenInvariants),
  }
}

/** How much there is of what is bounded. */
export function boundedIn(emulator: Emulator): Readonly<Record<string, number>> {
  const { log, webhooks } = emulator
  const states = statesOf(emulator)
  return {
    projects: emulator.projectIds().length,
    "audit log": countOf(states, "logs"),
    outbox: countOf(states, "messages"),
    "request log": log.list().length,
    deliveries: webhooks.list().reduce((sum, { id }) => sum + webhooks.deliveries(id).length, 0),
  }
}
