import { setTimeout as sleep } from "node:timers/promises"

/** How a run bears a server that is busy. */
export interface Patience {
  /** Interrupts the waiting, and with it the run. */
  readonly signal?: AbortSignal
  /** Waits so many milliseconds; by default real ones. */
  readonly wait?: (ms: number) => Promise<void>
  /** Is told of each wait that a person would notice. */
  readonly onWait?: (ms: number) => void
}

/** How often a request is sent again before its answer counts. */
const TRIES = 10
const SECOND = 1000
const LONGEST_WAIT = 3600 * SECOND

/** What a proxy answers while the server behind it is not there; nothing has reached it then. */
const unavailable: ReadonlySet<number> = new Set([502, 503])

/**
 * Sends a request until the server lets it in. Appwrite: a rate limit answers 429 with `X-RateLimit-Reset`, the second
 * since the epoch at which it ends; proxies say `Retry-After`. A request that got no answer is not repeated, as it may
 * have been carried out.
 *
 * @param send makes and sends the request anew each time, so that one-time codes are those of the moment.
 * @param now milliseconds since the epoch.
 * @throws the signal's reason when the run is interrupted.
 */
export async function patiently(
  send: () => Promise<Response>,
  now: () => number,
  { signal, wait, onWait }: Patience = {},
): Promise<Response> {
  for (let tries = 1; ; tries++) {
    signal?.throwIfAborted()
    const response = await send()
    const isBusy = response.status === 429 || isUnavailable(response)
    if (!isBusy || tries === TRIES) return response
    const ms = Math.min(waitOf(response.headers, now()) ?? SECOND * tries, LONGEST_WAIT)
    await response.body?.cancel()
    onWait?.(ms)
    await (wait ?? ((ms) => sleep(ms, undefined, signal === undefined ? {} : { signal })))(ms)
  }
}

/** Whether nothing behind a proxy answered. Appwrite's own 503 (mail or SMS is switched off) is JSON, and is its answer. */
function isUnavailable({ status, headers }: Response): boolean {
  return unavailable.has(status) && !headers.get("content-type")?.startsWith("application/json")
}

/** How long the server wants to be left alone, in milliseconds. */
function waitOf(headers: Headers, now: number): number | undefined {
  const after = headers.get("retry-after")
  if (after !== null) {
    const seconds = Number(after)
    const date = Number.isNaN(seconds) ? Date.parse(after) : now + seconds * SECOND
    return Number.isNaN(date) ? undefined : Math.max(0, date - now)
  }
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN)
  // The second itself must be over.
  return Number.isFinite(reset) ? Math.max(0, (reset + 1) * SECOND - now) : undefined
}
