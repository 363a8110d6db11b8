import type { TableRow } from "../test-support/markdown-table.ts"
import { outcomesOf } from "./goals.ts"
import type { BenchResult } from "./result.ts"
import type { SizeResult } from "./sizes/one-size.ts"
import { sizeCalls } from "./sizes/size-calls.ts"

/** Texts in columns, which every row names in the same order. */
export interface Table {
  readonly title: string
  readonly rows: readonly TableRow[]
}

const whole = (value: number | null): string => (value === null ? "" : String(Math.round(value)))
const precise = (value: number | null): string => (value === null ? "" : value.toFixed(2))
const finely = (value: number): string => value.toFixed(3)
const percent = (value: number | null): string => (value === null ? "" : `${Math.round(value * 100)} %`)

/** All that was measured, first what became of the goals. What was not measured has no table. */
export function tablesOf(result: BenchResult): readonly Table[] {
  return [goalTable, footprintTable, speedTable, stateTable, suiteTable, loginTable, callTable, userTable]
    .map((table) => table(result))
    .filter(({ rows }) => rows.length > 0)
}

const goalTable = (result: BenchResult): Table => ({
  title: "Goals",
  rows: outcomesOf(result).map(({ what, limit, figure, isMet }) => ({
    what,
    goal: limit,
    measured: figure,
    "": isMet ? "met" : "missed",
  })),
})

const footprintTable = ({ summary }: BenchResult): Table => ({
  title: "Start and memory",
  rows: summary.footprints.map((one) => ({
    server: one.opponent,
    "start to first answer, ms": whole(one.startMs),
    "idle, MiB": whole(one.idleMemory),
    "seeded, MiB": whole(one.seededMemory),
  })),
})

const speedTable = ({ summary, options }: BenchResult): Table => ({
  title: `Requests per second with ${options.users} users, and the emulator's latency in ms`,
  rows: summary.rows.map((one) => ({
    operation: one.operation,
    connections: whole(one.connections),
    floor: whole(one.floor),
    emulator: whole(one.emulator),
    "of floor": percent(one.ofFloor),
    p50: precise(one.p50),
    p99: precise(one.p99),
    "in process": whole(one.inProcess),
    ...Object.fromEntries(
      Object.entries(one.extras).map(([name, value]) => [
        name,
        typeof value === "number" ? whole(value) : value,
      ]),
    ),
  })),
})

const stateTable = ({ state, options }: BenchResult): Table => ({
  title: `The state of an emulator in process, with ${options.stateUsers} users, in ms`,
  rows: state.map(({ operation, p50, p99 }) => ({ operation, p50: finely(p50), p99: finely(p99) })),
})

const suiteTable = ({ suite }: BenchResult): Table => ({
  title: "A suite of 1000 tests in vitest, each with a project of 10 users, in ms a test",
  rows:
    suite === undefined
      ? []
      : [
          {
            "with the fixtures": finely(suite.withKit),
            "the same tests without": finely(suite.withoutKit),
          },
        ],
})

const loginTable = ({ serverLogins }: BenchResult): Table => ({
  title: "Logins at once, at the server's cost: how late the event loop comes meanwhile, in ms",
  rows:
    serverLogins === undefined
      ? []
      : [
          {
            logins: whole(serverLogins.logins),
            "all of them": whole(serverLogins.duration),
            p50: precise(serverLogins.delay.p50),
            p99: precise(serverLogins.delay.p99),
            most: precise(serverLogins.delay.most),
          },
        ],
})

const columnsOf = (sizes: readonly SizeResult[], write: (size: SizeResult) => string) =>
  Object.fromEntries(sizes.map((size) => [`${size.users} users`, write(size)]))

const callTable = ({ sizes }: BenchResult): Table => ({
  title: "What calls cost while the users grow more, in process: p50 in ms",
  rows:
    sizes.length === 0
      ? []
      : sizeCalls.map(({ name }) => ({
          call: name,
          ...columnsOf(sizes, ({ calls }) => finely(calls.find((call) => call.name === name)?.p50 ?? 0)),
        })),
})

const userTable = ({ sizes }: BenchResult): Table => ({
  title: "What users cost",
  rows:
    sizes.length === 0
      ? []
      : [
          { what: "seeding, ms", ...columnsOf(sizes, ({ seedMs }) => whole(seedMs)) },
          { what: "memory of a user, bytes", ...columnsOf(sizes, (one) => whole(one.bytesPerUser)) },
          { what: "first search, ms", ...columnsOf(sizes, (one) => whole(one.firstSearchMs)) },
          {
            what: "more of a user by that, bytes",
            ...columnsOf(sizes, (one) => whole(one.searchBytesPerUser)),
          },
          { what: "snapshot, ms", ...columnsOf(sizes, ({ snapshotMs }) => finely(snapshotMs)) },
          { what: "reset, ms", ...columnsOf(sizes, ({ resetMs }) => finely(resetMs)) },
        ],
})
