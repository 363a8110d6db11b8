const SECOND = 1000

/**
 * How long a server wants to be left alone, as the headers of its answer say: `Retry-After` is the standard's;
 * `X-RateLimit-Reset`, the second since the epoch at which a rate limit ends, is Appwrite's. The server's own clock counts
 * where it tells the time (`Date`), as the two machines may disagree.
 *
 * @param now milliseconds since the epoch, by the own clock.
 * @returns milliseconds, from 0; undefined when no header tells.
 */
export function askedPause(headers: Headers, now: number): number | undefined {
  const end = retryAfter(headers, now) ?? rateLimitReset(headers, now)
  return end === undefined ? undefined : Math.max(0, end)
}

function retryAfter(headers: Headers, now: number): number | undefined {
  const after = headers.get("retry-after")?.trim()
  if (!after) return undefined
  const seconds = Number(after)
  const pause = Number.isNaN(seconds) ? Date.parse(after) - serverTime(headers, now) : seconds * SECOND
  return Number.isFinite(pause) ? pause : undefined
}

function rateLimitReset(headers: Headers, now: number): number | undefined {
  const reset = headers.get("x-ratelimit-reset")?.trim()
  if (!reset || !Number.isFinite(Number(reset))) return undefined
  // The second itself must be over.
  return (Number(reset) + 1) * SECOND - serverTime(headers, now)
}

function serverTime(headers: Headers, now: number): number {
  const told = Date.parse(headers.get("date") ?? "")
  return Number.isNaN(told) ? now : told
}
