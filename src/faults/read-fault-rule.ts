import { faultInvalid } from "../emulator-error.ts"
import type { ErrorFault, FaultCaller, FaultEffect, FaultMoment, FaultRule } from "./fault-rule.ts"
import { readRoutePattern } from "./route-pattern.ts"

const MEMBERS = ["route", "caller", "project", "after", "times", "probability", "latency", "fault", "when"]
const LONGEST_LATENCY = 600_000
const CALLERS = 'expected "guest", "key", "user" or "user:ID"'
const FAULTS =
  'expected "rate_limited", "connection_reset", "hang", "broken_json", "empty" or { status: 429 | 500 | 502 | 503 | 504 }'

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads a fault that comes from outside, and checks it.
 * @throws EmulatorError `fault_invalid`, which names the member that is wrong.
 */
export function readFaultRule(value: unknown): FaultRule {
  if (!isFields(value)) throw faultInvalid("fault", "expected an object")
  for (const name of Object.keys(value)) {
    if (!MEMBERS.includes(name)) throw faultInvalid(name, `unknown; there are ${MEMBERS.join(", ")}`)
  }
  const { route, caller, project, after, times, probability } = value
  return {
    ...(route !== undefined && { route: readRoute(route) }),
    ...(caller !== undefined && { caller: readCaller(caller) }),
    ...(project !== undefined && { project: readText("project", project) }),
    ...(after !== undefined && { after: readWhole("after", after, 0) }),
    ...(times !== undefined && { times: readWhole("times", times, 1) }),
    ...(probability !== undefined && { probability: readProbability(probability) }),
    ...readEffect(value),
  }
}

function readEffect(value: Fields): FaultEffect {
  const latency =
    value.latency === undefined ? undefined : readWhole("latency", value.latency, 1, LONGEST_LATENCY)
  const when = value.when === undefined ? undefined : readMoment(value.when)
  const delay = latency === undefined ? {} : { latency }
  const moment = when === undefined ? {} : { when }
  const { fault } = value
  switch (fault) {
    case undefined:
      if (latency === undefined) throw faultInvalid("fault", "expected a fault, a latency, or both")
      return { latency, ...moment }
    case "broken_json":
    case "empty":
      if (when === "before")
        throw faultInvalid("when", `only "after" goes with ${fault}, which spoils an answer`)
      return { ...delay, fault }
    case "rate_limited":
    case "connection_reset":
    case "hang":
      return { ...delay, ...moment, fault }
    default:
      return { ...delay, ...moment, fault: readError(fault) }
  }
}

function readError(fault: unknown): ErrorFault {
  if (!isFields(fault)) throw faultInvalid("fault", FAULTS)
  const { status, type, ...others } = fault
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw faultInvalid(`fault.${unknown}`, "unknown; there are status, type")
  switch (status) {
    case 429:
      return { status, ...readType(type, ["general_rate_limit_exceeded"]) }
    case 500:
      return { status, ...readType(type, ["general_unknown", "general_server_error"]) }
    case 503:
      return { status, ...readType(type, ["general_smtp_disabled", "general_phone_disabled"]) }
    case 502:
    case 504:
      return { status, ...readType<never>(type, []) }
    default:
      throw faultInvalid("fault.status", "expected 429, 500, 502, 503 or 504")
  }
}

function readType<T extends string>(type: unknown, known: readonly T[]): { readonly type?: T } {
  if (type === undefined) return {}
  const found = known.find((one) => one === type)
  if (found !== undefined) return { type: found }
  throw faultInvalid(
    "fault.type",
    known.length === 0 ? "this status has none: the gateway answers" : `expected ${known.join(" or ")}`,
  )
}

function readRoute(value: unknown): string {
  if (typeof value === "string" && readRoutePattern(value) !== undefined) return value
  throw faultInvalid("route", 'expected a method and a path, such as "POST /users" or "/users/:userId"')
}

function readCaller(value: unknown): FaultCaller {
  if (value === "guest" || value === "key" || value === "user") return value
  if (typeof value !== "string" || !/^user:./.test(value)) throw faultInvalid("caller", CALLERS)
  return `user:${value.slice("user:".length)}`
}

function readMoment(value: unknown): FaultMoment {
  if (value === "before" || value === "after") return value
  throw faultInvalid("when", 'expected "before" or "after"')
}

function readText(name: string, value: unknown): string {
  if (typeof value === "string" && value !== "") return value
  throw faultInvalid(name, "expected a text")
}

function readWhole(name: string, value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most)
    return value
  const upTo = most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`
  throw faultInvalid(name, `expected a whole number from ${least}${upTo}`)
}

function readProbability(value: unknown): number {
  if (typeof value === "number" && value > 0 && value <= 1) return value
  throw faultInvalid("probability", "expected a number above 0, up to 1")
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
