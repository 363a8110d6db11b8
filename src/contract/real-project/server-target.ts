import { fetchInTime } from "../fetch-in-time.ts"
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
    fetch: (request) =>
      fetchInTime(
        (timed) => fetch(timed, { redirect: "manual" }),
        (end) => new Request(request, { signal: end }),
        { timeout, signal },
      ),
  }
}
