import type { Caller } from "../caller.ts"
import type { ArrivedCall, Endpoint } from "../endpoint.ts"
import type { Randomness } from "../store/randomness.ts"
import type { FaultCaller, FaultRule } from "./fault-rule.ts"
import { readFaultRule } from "./read-fault-rule.ts"
import { matchesRoute, type RoutePattern, readRoutePattern } from "./route-pattern.ts"

/** A fault that was set. */
export interface Fault {
  readonly id: string
  readonly rule: FaultRule
  /** How many requests it was meant for. */
  readonly requests: number
  /** How many of them it has struck. */
  readonly hits: number
  /** Takes it back; taking it back again does nothing. */
  remove(): void
}

/** The faults that are set: none, unless asked for. */
export interface FaultControl {
  /**
   * Sets a fault. Where several are meant for a request, their latencies add up, and the first that does more than
   * delay it decides.
   * @throws EmulatorError `fault_invalid`
   */
  add(rule: FaultRule): Fault
  /** Oldest first. */
  list(): Fault[]
  /** Takes all back. */
  clear(): void
}

/** A request that the server has let in, to its face. */
export interface Target {
  readonly endpoint: Endpoint
  readonly call: ArrivedCall
  /** That was asked for. */
  readonly path: string
}

/** The faults of one emulator, as the server sees them. */
export interface Faults extends FaultControl {
  /** Whether there are any. */
  readonly isSet: boolean
  /** The rules by which a request is struck, counted as hits. */
  strike(target: Target): FaultRule[]
}

interface Counted {
  readonly rule: FaultRule
  readonly pattern: RoutePattern | undefined
  readonly fault: Fault
  requests: number
  hits: number
}

export function newFaults(randomness: Randomness): Faults {
  let set: readonly Counted[] = []
  let made = 0
  return {
    get isSet() {
      return set.length > 0
    },
    add(wanted) {
      const rule = readFaultRule(wanted)
      made += 1
      const id = String(made)
      const counted: Counted = {
        rule,
        pattern: rule.route === undefined ? undefined : readRoutePattern(rule.route),
        requests: 0,
        hits: 0,
        fault: {
          id,
          rule,
          get requests() {
            return counted.requests
          },
          get hits() {
            return counted.hits
          },
          remove() {
            set = set.filter((other) => other !== counted)
          },
        },
      }
      set = [...set, counted]
      return counted.fault
    },
    list: () => set.map(({ fault }) => fault),
    clear() {
      set = []
    },
    strike(target) {
      const struck: FaultRule[] = []
      for (const counted of set) {
        if (!isMeant(counted, target) || !isDue(counted, randomness)) continue
        struck.push(counted.rule)
        if (counted.rule.fault !== undefined) break
      }
      return struck
    },
  }
}

function isMeant({ rule, pattern }: Counted, { endpoint, call, path }: Target): boolean {
  if (rule.project !== undefined && rule.project !== call.project.id) return false
  if (rule.caller !== undefined && !isCaller(rule.caller, call.caller)) return false
  return pattern === undefined || matchesRoute(pattern, endpoint, path)
}

function isCaller(wanted: FaultCaller, caller: Caller): boolean {
  if (wanted === "guest") return caller.role === "guests"
  if (wanted === "key") return caller.role === "applications"
  if (caller.role !== "users") return false
  return wanted === "user" || wanted === `user:${caller.user.$id}`
}

function isDue(counted: Counted, randomness: Randomness): boolean {
  const { after = 0, times = Number.POSITIVE_INFINITY, probability = 1 } = counted.rule
  counted.requests += 1
  if (counted.requests <= after || counted.hits >= times) return false
  if (probability < 1 && fraction(randomness) >= probability) return false
  counted.hits += 1
  return true
}

/** A number from 0 to less than 1. */
function fraction(randomness: Randomness): number {
  const bytes = randomness.bytes(4)
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32
}
