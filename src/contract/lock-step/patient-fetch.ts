import { fetchInTime, nameOf } from "../fetch-in-time.ts"
import { CannotCompare } from "./cannot-compare.ts"
import { wait } from "./wait.ts"

/** How much a server is given. */
export interface Patience {
  /** Longest time for one answer, in milliseconds. */
  readonly answer: number
  /** Longest wait because of a rate limit, in milliseconds. */
  readonly rateLimit: number
  /** Ends what is under way. */
  readonly signal: AbortSignal
}

type Fetch = (request: Request) => Promise<Response>

/**
 * A fetch that waits when the server says that there were too many requests (429), as long as its headers say, and
 * then tries again.
 *
 * @throws CannotCompare when the server can't be reached, does not answer in time, or wants to be left alone for longer
 * than there is patience.
 */
export function patientFetch(fetch: Fetch, patience: Patience): Fetch {
  return async (request) => {
    let waited = 0
    for (let attempt = 0; ; attempt += 1) {
      const response = await fetchInTime(fetch, request.clone(), {
        timeout: patience.answer,
        signal: patience.signal,
      })
      if (response.status !== 429) return response
      const pause = Math.max(100, askedPause(response.headers, Date.now()) ?? 500 * 2 ** attempt)
      waited += pause
      if (waited > patience.rateLimit) {
        throw new CannotCompare(
          `${nameOf(request)} is limited: the server wants a pause of ${Math.ceil(pause / 1000)} s. Raise the longest wait, or switch the server's rate limits off.`,
        )
      }
      await wait(pause, patience.signal)
    }
  }
}

/** Milliseconds; undefined when no header tells. `Retry-After` is the standard's, the other one Appwrite's. */
function askedPause(headers: Headers, now: number): number | undefined {
  const after = headers.get("retry-after")
  if (after !== null) {
    const seconds = Number(after)
    const pause = Number.isNaN(seconds) ? Date.parse(after) - now : seconds * 1000
    if (!Number.isNaN(pause)) return pause
  }
  // Appwrite 1.9: the end of the window, in seconds since the epoch.
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN)
  return Number.isNaN(reset) ? undefined : reset * 1000 - now
}
