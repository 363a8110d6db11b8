import { setTimeout as sleep } from "node:timers/promises"
import { askedPause } from "../asked-pause.ts"
import { isUnavailable } from "../unavailable.ts"

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
    const isBusy = response.status === 429 || isUnreached(response)
    if (!isBusy || tries === TRIES) return response
    const ms = Math.min(askedPause(response.headers, now()) ?? SECOND * tries, LONGEST_WAIT)
    await response.body?.cancel()
    onWait?.(ms)
    await (wait ?? ((ms) => sleep(ms, undefined, signal === undefined ? {} : { signal })))(ms)
  }
}

/** Whether a proxy could not hand on a request, which may be sent again then. */
function isUnreached(response: Response): boolean {
  return isUnavailable(response) && response.status !== 504
}
