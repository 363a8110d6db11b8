import { CannotCompare } from "../lock-step/cannot-compare.ts"
import type { Target } from "../replay.ts"

/** A project of a server in the network. */
export interface ServerOptions {
  /** URL that paths begin at, such as `https://cloud.example.com/v1`. */
  readonly endpoint: string
  readonly project: string
  /** Secret of an API key with every scope. */
  readonly key: string
  /** Longest time for one answer in milliseconds; by default a minute. */
  readonly timeout?: number
  /** Ends what is under way. */
  readonly signal?: AbortSignal
}

const MINUTE = 60_000

/**
 * The target for a server in the network. Redirections are answers, and are not followed.
 * @throws CannotCompare from `fetch`, when the server can't be reached or does not answer in time.
 */
export function serverTarget({ endpoint, project, key, timeout = MINUTE, signal }: ServerOptions): Target {
  return {
    baseUrl: endpoint.replace(/\/+$/, ""),
    project,
    key,
    async fetch(request) {
      const tooLate = AbortSignal.timeout(timeout)
      const end = signal === undefined ? tooLate : AbortSignal.any([signal, tooLate])
      try {
        return await fetch(request, { redirect: "manual", signal: end })
      } catch (error) {
        const name = `${request.method} ${new URL(request.url).pathname}`
        if (signal?.aborted) throw new CannotCompare("The run was interrupted.")
        if (tooLate.aborted) throw new CannotCompare(`${name} was not answered within ${timeout / 1000} s.`)
        throw new CannotCompare(`${name} failed: ${reasonOf(error)}`)
      }
    },
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
