import { MOST_CONNECTIONS } from "./opponents.ts"
import type { BenchResult } from "./result.ts"
import type { SizeResult } from "./sizes/one-size.ts"
import { sizeCalls } from "./sizes/size-calls.ts"

/** What is aimed at. */
export interface Goal {
  readonly what: string
  readonly limit: number
  /** Whether the limit is the least or the most that is good. */
  readonly bound: "least" | "most"
  readonly unit: Unit
  /** What was measured; `undefined` if it was not. */
  figure(result: BenchResult): number | undefined
}

type Unit = keyof typeof written

const written = {
  "of the floor": (value: number) => `${Math.round(value * 100)} % of the floor`,
  "times the floor": (value: number) => `${value.toFixed(2)} times the floor`,
  times: (value: number) => `${value.toFixed(2)} times`,
  "a second": (value: number) => `${Math.round(value)}/s`,
  ms: (value: number) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`,
  MB: (value: number) => `${Math.round(value)} MB`,
  bytes: (value: number) => `${Math.round(value)} bytes`,
}

/** What became of a goal. */
export interface GoalOutcome {
  readonly what: string
  readonly limit: string
  readonly figure: string
  readonly isMet: boolean
}

const MB_PER_MIB = 1.048_576
const FEWEST_TO_WEIGH = 10_000

const rowOf = ({ summary }: BenchResult, operation: string) =>
  summary.rows.find((row) => row.operation === operation && row.connections === MOST_CONNECTIONS)
const footprintOf = ({ summary }: BenchResult, wanted: string) =>
  summary.footprints.find(({ opponent }) => opponent === wanted)
const stateOf = ({ state }: BenchResult, wanted: string) =>
  state.find(({ operation }) => operation === wanted)?.p50
const callOf = (size: SizeResult | undefined, name: string) =>
  size?.calls.find((call) => call.name === name)?.p50
/** The sizes that are compared: the fewest users and the most. */
const ends = ({ sizes }: BenchResult) => ({ fewest: sizes[0], most: sizes.at(-1) })

const quotient = (dividend: number | null | undefined, divisor: number | null | undefined) =>
  typeof dividend === "number" && typeof divisor === "number" ? dividend / divisor : undefined

const ofFloor = (operation: string): Goal => ({
  what: `${operation}, ${MOST_CONNECTIONS} connections`,
  limit: 0.8,
  bound: "least",
  unit: "of the floor",
  figure: (result) => rowOf(result, operation)?.ofFloor ?? undefined,
})

const perSecond = (operation: string): Goal => ({
  what: `${operation}, ${MOST_CONNECTIONS} connections`,
  limit: 500,
  bound: "least",
  unit: "a second",
  figure: (result) => rowOf(result, operation)?.emulator ?? undefined,
})

const ofState = (operation: string): Goal => ({
  what: `${operation}, in process`,
  limit: 1,
  bound: "most",
  unit: "ms",
  figure: (result) => stateOf(result, operation),
})

/** What a call costs with the most users. */
const ofSize = ({ name, goal }: (typeof sizeCalls)[number]): Goal => {
  const what = `${name}, with the most users`
  const p50 = (size: SizeResult | undefined) => callOf(size, name)
  return "times" in goal
    ? {
        what: `${what}: its cost with the fewest`,
        limit: goal.times,
        bound: "most",
        unit: "times",
        figure: (result) => quotient(p50(ends(result).most), p50(ends(result).fewest)),
      }
    : {
        what,
        limit: goal.milliseconds,
        bound: "most",
        unit: "ms",
        figure: (result) => p50(ends(result).most),
      }
}

/** All goals. */
export const GOALS: readonly Goal[] = [
  {
    what: "start to first answer",
    limit: 1.3,
    bound: "most",
    unit: "times the floor",
    figure: (result) =>
      quotient(footprintOf(result, "emulator")?.startMs, footprintOf(result, "floor")?.startMs),
  },
  {
    what: "memory when idle",
    limit: 80,
    bound: "most",
    unit: "MB",
    figure(result) {
      const mib = footprintOf(result, "emulator")?.idleMemory
      return mib === undefined ? undefined : mib * MB_PER_MIB
    },
  },
  ...["get", "list 25", "update name", "create"].map(ofFloor),
  ...["create with password", "login"].map(perSecond),
  {
    what: `get account against get, ${MOST_CONNECTIONS} connections`,
    limit: 0.8,
    bound: "least",
    unit: "times",
    figure: ({ summary }) => summary.accountOfGet ?? undefined,
  },
  ...["snapshot", "reset"].map(ofState),
  {
    what: "the fixtures for vitest, a test with a seeded project",
    limit: 1,
    bound: "most",
    unit: "ms",
    figure: ({ suite }) => suite && suite.withKit - suite.withoutKit,
  },
  {
    what: "event loop late (p99) while logins at the server's cost run",
    limit: 20,
    bound: "most",
    unit: "ms",
    figure: ({ serverLogins }) => serverLogins?.delay.p99,
  },
  {
    what: "memory of a user",
    limit: 1000,
    bound: "most",
    unit: "bytes",
    // With fewer, what the engine compiles meanwhile counts for more than they do.
    figure: (result) =>
      (ends(result).most?.users ?? 0) < FEWEST_TO_WEIGH ? undefined : ends(result).most?.bytesPerUser,
  },
  {
    what: "seeding 100,000 users without passwords",
    limit: 2000,
    bound: "most",
    unit: "ms",
    figure: ({ sizes }) => sizes.find(({ users }) => users === 100_000)?.seedMs,
  },
  ...sizeCalls.map(ofSize),
]

/** What became of the goals that were measured. */
export function outcomesOf(result: BenchResult, goals: readonly Goal[] = GOALS): GoalOutcome[] {
  return goals.flatMap(({ what, limit, bound, unit, figure }) => {
    const value = figure(result)
    if (value === undefined) return []
    const write = written[unit]
    return {
      what,
      limit: `at ${bound} ${write(limit)}`,
      figure: write(value),
      isMet: bound === "least" ? value >= limit : value <= limit,
    }
  })
}
