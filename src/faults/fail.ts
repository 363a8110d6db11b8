import { setTimeout } from "node:timers/promises"
import { AppwriteError } from "../errors.ts"
import { exceededHeaders } from "../server/limit-rate.ts"
import type { ResponseHeaders } from "../server/response-headers.ts"
import type { ErrorFault, FaultRule } from "./fault-rule.ts"
import type { Target } from "./faults.ts"
import { ConnectionReset, Interruption } from "./interruption.ts"

/** What a proxy says of a server that it can't reach. */
const GATEWAY_ANSWERS = { 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout" } as const

/**
 * Waits in real time, without keeping the process alive.
 * @throws Interruption with the signal's reason if the client gives up in the meantime
 */
export async function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds === 0) return
  try {
    await setTimeout(milliseconds, undefined, { signal, ref: false })
  } catch {
    throw new Interruption(() => Promise.reject(signal.reason))
  }
}

/**
 * Lets a request fail; a fault that spoils the answer lets it pass.
 * @param headers of the answer, to which those of the fault are added.
 * @throws AppwriteError, Interruption
 */
export function fail(
  fault: NonNullable<FaultRule["fault"]>,
  target: Target,
  signal: AbortSignal,
  headers: ResponseHeaders,
): void {
  switch (fault) {
    case "broken_json":
    case "empty":
      return
    case "connection_reset":
      throw new Interruption(() => Promise.reject(new ConnectionReset()))
    case "hang":
      throw new Interruption(() => untilAborted(signal))
    default:
      failWithAnswer(fault, target, headers)
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true })
  })
}

function failWithAnswer(fault: ErrorFault, { endpoint, call }: Target, headers: ResponseHeaders): never {
  if (fault === "rate_limited" || fault.status === 429) {
    Object.assign(headers, exceededHeaders(endpoint, call.world.clock.now()))
    throw new AppwriteError("general_rate_limit_exceeded")
  }
  if (fault.status === 500) throw new AppwriteError(fault.type ?? "general_unknown")
  if (fault.status === 503 && fault.type !== undefined) throw new AppwriteError(fault.type)
  const { status } = fault
  const headersOfGateway = { "content-type": "text/plain; charset=utf-8" }
  throw new Interruption(() => new Response(GATEWAY_ANSWERS[status], { status, headers: headersOfGateway }))
}
