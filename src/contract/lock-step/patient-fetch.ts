import { askedPause } from "../asked-pause.ts"
import { fetchInTime, nameOf } from "../fetch-in-time.ts"
import { Unanswered } from "../unanswered.ts"
import { isUnavailable } from "../unavailable.ts"
import { CannotCompare } from "./cannot-compare.ts"
import { wait } from "./wait.ts"

/** How much a server is given. */
export interface Patience {
  /** Longest time for one answer, in milliseconds. */
  readonly answer: number
  /** Longest wait because of a rate limit, in milliseconds. */
  readonly rateLimit: number
  /** Longest wait for a server that is away for a moment, in milliseconds; by default 5 seconds. */
  readonly outage?: number
  /** Ends what is under way. */
  readonly signal: AbortSignal
}

/** That the server wants to be left alone for longer than there is patience. What was asked was not done. */
export class RateLimited extends CannotCompare {}

type Fetch = (request: Request) => Promise<Response>

const shortestPause = 100
const usualOutage = 5000

/**
 * A fetch that waits when the server says that there were too many requests (429), as long as its headers say, and
 * then tries again. It tries again as well when no answer came, but only what may be done twice: a write that may have
 * been carried out would meet itself.
 *
 * @param mayRepeat whether a request does the same when it is carried out twice; by default only what a key reads.
 * @throws RateLimited
 * @throws Unanswered when the server can't be reached, does not answer in time, or only a proxy does.
 */
export function patientFetch(
  fetch: Fetch,
  patience: Patience,
  mayRepeat: (request: Request) => boolean = isReadWithKey,
): Fetch {
  const { signal, outage = usualOutage } = patience
  return async (request) => {
    const body = request.body === null ? null : await request.arrayBuffer()
    const { url, method, headers } = request
    const requestWith = (end: AbortSignal) => new Request(url, { method, headers, body, signal: end })
    const waited = { limited: 0, away: 0 }
    for (let pause = shortestPause; ; pause *= 2) {
      const outcome = await attempt(fetch, requestWith, patience)
      if (outcome instanceof Unanswered) {
        waited.away += pause
        if (!mayRepeat(request) || waited.away > outage) throw outcome
        await wait(pause, signal)
        continue
      }
      if (outcome.status !== 429) return outcome
      const asked = Math.max(shortestPause, askedPause(outcome.headers, Date.now()) ?? 5 * pause)
      waited.limited += asked
      if (waited.limited > patience.rateLimit) {
        throw new RateLimited(
          `${nameOf(request)} is limited: the server wants a pause of ${Math.ceil(asked / 1000)} s. Raise the longest wait, or switch the server's rate limits off.`,
        )
      }
      await wait(asked, signal)
    }
  }
}

/** Appwrite 1.9: what users read themselves may move their `accessedAt`, and shows it otherwise the first time. */
function isReadWithKey({ method, headers }: Request): boolean {
  return method === "GET" && headers.has("x-appwrite-key")
}

/** The answer, or why there is none. */
async function attempt(
  fetch: Fetch,
  requestWith: (end: AbortSignal) => Request,
  { answer: timeout, signal }: Patience,
): Promise<Response | Unanswered> {
  try {
    const response = await fetchInTime(fetch, requestWith, { timeout, signal })
    if (!isUnavailable(response)) return response
    return new Unanswered(`A proxy has answered with ${response.status}.`)
  } catch (error) {
    if (error instanceof Unanswered) return error
    throw error
  }
}
