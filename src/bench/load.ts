import type { Answer, Line } from "./connection.ts"
import type { Calls, Operation } from "./operations.ts"
import type { Call, Stage } from "./stage.ts"
import { percentile } from "./statistics.ts"

/** What one operation did at one number of connections. */
export interface Measurement {
  readonly requestsPerSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

/** How long to measure, and from which number of a call on. */
export interface Span {
  readonly seconds: number
  readonly firstIndex: number
}

/** Calls that need another before them come in batches of so many, of which only the calls themselves are measured. */
const BATCH = 1000

/** A server refused a call, or does not know it. */
export class Refused extends Error {
  readonly status: number

  constructor({ method, path }: Call, { status, body }: Answer, expected: number) {
    super(`${method} ${path}: ${status} in place of ${expected}: ${body}`)
    this.status = status
  }
}

/** @throws Refused if an answer has another status: a refused call must not be timed as a good one. */
export async function sendChecked(
  { send }: Line,
  { call, status }: Calls,
  stage: Stage,
  index: number,
): Promise<Answer> {
  const sent = call(stage, index)
  const answer = await send(sent)
  if (answer.status === status) return answer
  throw new Refused(sent, answer, status)
}

/**
 * Sends the calls with the numbers from `first` on, on all connections at once, until `end` or the deadline.
 * @param latencies takes note of how long each call took, in milliseconds.
 * @returns the number of the call that would be next.
 */
export async function sendCalls(
  connections: readonly Line[],
  calls: Calls,
  stage: Stage,
  { first, end, deadline = Number.POSITIVE_INFINITY }: { first: number; end: number; deadline?: number },
  latencies: number[] = [],
): Promise<number> {
  let next = first
  await Promise.all(
    connections.map(async (connection) => {
      let start = performance.now()
      while (next < end && (start < deadline || next === first)) {
        await sendChecked(connection, calls, stage, next++)
        const now = performance.now()
        latencies.push(now - start)
        start = now
      }
    }),
  )
  return next
}

/**
 * Calls an operation on all connections at once for a while, at least once.
 * @returns what was measured, and the number of the call that would be next.
 */
export async function measure(
  connections: readonly Line[],
  operation: Operation,
  stage: Stage,
  { seconds, firstIndex }: Span,
): Promise<Measurement & { readonly nextIndex: number }> {
  const latencies: number[] = []
  let spent = 0
  let next = firstIndex
  while (spent < seconds * 1000) {
    const end = operation.before === undefined ? Number.POSITIVE_INFINITY : next + BATCH
    if (operation.before !== undefined) {
      await sendCalls(connections, operation.before, stage, { first: next, end })
    }
    const start = performance.now()
    const deadline = start + seconds * 1000 - spent
    const unsent = await sendCalls(connections, operation, stage, { first: next, end, deadline }, latencies)
    spent += performance.now() - start
    next = operation.before === undefined ? unsent : end
  }
  return {
    requestsPerSecond: (latencies.length / spent) * 1000,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    nextIndex: next,
  }
}
