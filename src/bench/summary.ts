import type { Run, Sample } from "./run.ts"
import { median } from "./statistics.ts"

/** One operation at one number of connections: medians over all runs. */
interface Row {
  readonly operation: string
  readonly connections: number
  /** Requests per second. */
  readonly floor: number | null
  readonly emulator: number | null
  readonly inProcess: number | null
  /** Requests per second of who was asked for besides; in words why there is no figure. */
  readonly extras: Readonly<Record<string, number | string>>
  /** The emulator's speed as a part of the floor's in the same run. */
  readonly ofFloor: number | null
  /** Milliseconds of the emulator's. */
  readonly p50: number | null
  readonly p99: number | null
}

/** What a server takes before it does anything: medians over all runs. */
interface FootprintRow {
  readonly opponent: string
  readonly startMs: number
  readonly idleMemory: number
  readonly seededMemory: number
}

export interface Summary {
  readonly footprints: readonly FootprintRow[]
  readonly rows: readonly Row[]
  /** How fast `GET /account` is, as a part of the speed of `GET /users/{id}` in the same run. */
  readonly accountOfGet: number | null
}

const medianOrNull = (values: readonly number[]): number | null =>
  values.length === 0 ? null : median(values)

/** What is wanted of the samples that match, in each run. */
function pick(runs: readonly Run[], wanted: Partial<Sample>, value: (sample: Sample) => number): number[] {
  const names = ["operation", "opponent", "connections"] as const
  const isWanted = (sample: Sample) => names.every((name) => wanted[name] === sample[name])
  return runs.flatMap(({ samples }) => samples.filter(isWanted).map(value))
}

const speed = ({ requestsPerSecond }: Sample): number => requestsPerSecond

/** Medians of the speeds of one by those of another in the same run. */
function ratio(runs: readonly Run[], of: Partial<Sample>, by: Partial<Sample>): number | null {
  const divisors = pick(runs, by, speed)
  return medianOrNull(
    pick(runs, of, speed).flatMap((one, run) => (divisors[run] === undefined ? [] : [one / divisors[run]])),
  )
}

/** Why there is no figure. */
const reason = (runs: readonly Run[], operation: string, opponent: string): string =>
  runs
    .flatMap(({ lacks }) => lacks)
    .find((lack) => lack.operation === operation && lack.opponent === opponent)?.reason ?? ""

function row(runs: readonly Run[], operation: string, connections: number): Row {
  const of = (opponent: Sample["opponent"], value = speed) =>
    medianOrNull(pick(runs, { operation, connections, opponent }, value))
  return {
    operation,
    connections,
    floor: of("floor"),
    emulator: of("emulator"),
    inProcess: of("in process"),
    extras: Object.fromEntries(
      (runs[0]?.extras ?? []).map((name) => [name, of(name) ?? reason(runs, operation, name)]),
    ),
    ofFloor: ratio(
      runs,
      { operation, connections, opponent: "emulator" },
      { operation, connections, opponent: "floor" },
    ),
    p50: of("emulator", ({ p50 }) => p50),
    p99: of("emulator", ({ p99 }) => p99),
  }
}

/** Sums up several runs. */
export function summarize(runs: readonly Run[]): Summary {
  const samples = runs[0]?.samples ?? []
  const rows = samples
    .filter(({ opponent }) => opponent === "emulator")
    .map(({ operation, connections }) => row(runs, operation, connections))
  const footprints = (runs[0]?.footprints ?? []).map(({ opponent }) => {
    const own = runs.flatMap((run) => run.footprints.filter((one) => one.opponent === opponent))
    return {
      opponent,
      startMs: median(own.map(({ startMs }) => startMs)),
      idleMemory: median(own.map(({ idleMemory }) => idleMemory)),
      seededMemory: median(own.map(({ seededMemory }) => seededMemory)),
    }
  })
  const connections = Math.max(...rows.map((one) => one.connections))
  const by = { opponent: "emulator", connections } as const
  return {
    footprints,
    rows,
    accountOfGet: ratio(runs, { ...by, operation: "get account" }, { ...by, operation: "get" }),
  }
}
