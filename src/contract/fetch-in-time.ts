import { CannotCompare } from "./lock-step/cannot-compare.ts"
import { Unanswered } from "./unanswered.ts"

/** How long an answer may take. */
export interface Deadline {
  /** Longest time for one answer, in milliseconds. */
  readonly timeout: number
  /** Ends what is under way. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Sends a request and waits for its whole answer, body included, but not for ever.
 *
 * @param requestWith makes the request, which ends with a signal.
 * @throws Unanswered when the server can't be reached, does not answer in time, or leaves its answer unfinished.
 * @throws CannotCompare when the run is interrupted.
 */
export async function fetchInTime(
  fetch: (request: Request) => Promise<Response>,
  requestWith: (signal: AbortSignal) => Request,
  { timeout, signal }: Deadline,
): Promise<Response> {
  if (signal?.aborted) throw new CannotCompare("The run was interrupted.")
  const tooLate = AbortSignal.timeout(timeout)
  const end = signal === undefined ? tooLate : AbortSignal.any([signal, tooLate])
  const request = requestWith(end)
  try {
    return await whole(await fetch(request))
  } catch (error) {
    const name = nameOf(request)
    if (signal?.aborted) throw new CannotCompare("The run was interrupted.")
    if (tooLate.aborted) throw new Unanswered(`${name} was not answered within ${timeout / 1000} s.`)
    if (error instanceof CannotCompare) throw error
    throw new Unanswered(`${name} failed: ${reasonOf(error)}`)
  }
}

/** An answer whose body has arrived. */
async function whole(response: Response): Promise<Response> {
  if (response.body === null) return response
  const { status, headers } = response
  return new Response(await response.text(), { status, headers })
}

/** A request in messages: without its query, which can be long. */
export function nameOf({ method, url }: Request): string {
  return `${method} ${new URL(url).pathname}`
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
