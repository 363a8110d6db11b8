import type { StateRow } from "./state.ts"
import type { Summary } from "./summary.ts"

/** What is aimed at. */
const LEAST_LOGINS_PER_SECOND = 500
const LEAST_ACCOUNT_OF_GET = 0.8

const whole = (value: number | null): string => (value === null ? "" : String(Math.round(value)))
const precise = (value: number | null): string => (value === null ? "" : value.toFixed(2))
const finely = (value: number): string => value.toFixed(3)
const percent = (value: number | null): string => (value === null ? "" : `${Math.round(value * 100)} %`)

function goal(what: string, value: number | null, least: number, write: (value: number) => string): string {
  if (value === null) return `${what}: not measured`
  return `${what}: ${write(value)}; the goal of ${write(least)} is ${value >= least ? "met" : "missed"}`
}

/** Prints a summary for people. */
export function printReport(
  {
    footprints,
    rows,
    loginsPerSecond,
    accountOfGet,
    state,
  }: Summary & { readonly state: readonly StateRow[] },
  stateUsers: number,
): void {
  console.log("Start and memory")
  console.table(
    footprints.map((one) => ({
      server: one.opponent,
      "start to first answer, ms": whole(one.startMs),
      "idle, MiB": whole(one.idleMemory),
      "seeded, MiB": whole(one.seededMemory),
    })),
  )
  console.log("Requests per second (medians), and the latency of the emulator in ms")
  console.table(
    rows.map((one) => ({
      operation: one.operation,
      connections: one.connections,
      floor: whole(one.floor),
      emulator: whole(one.emulator),
      "of floor": percent(one.ofFloor),
      p50: precise(one.p50),
      p99: precise(one.p99),
      "in process": whole(one.inProcess),
    })),
  )
  if (state.length > 0) {
    console.log(`The state of an emulator in process, with ${stateUsers} users, in ms`)
    console.table(state.map(({ operation, p50, p99 }) => ({ operation, p50: finely(p50), p99: finely(p99) })))
  }
  console.log(goal("Logins per second", loginsPerSecond, LEAST_LOGINS_PER_SECOND, whole))
  console.log(goal("GET /account as a part of GET /users/{id}", accountOfGet, LEAST_ACCOUNT_OF_GET, percent))
}
