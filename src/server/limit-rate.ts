import type { ArrivedCall, Endpoint } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import { toText } from "../php/coercion.ts"
import { encodeJson } from "../php/json-encode.ts"
import { isPhpArray, type PhpArray, phpCount, phpGet } from "../php/value.ts"
import type { RateLimit, RateLimitPart } from "../rate-limits/rate-limit.ts"
import type { RateLimits } from "../rate-limits/rate-limits.ts"
import { BASE_PATH } from "./path.ts"
import type { ResponseHeaders } from "./response-headers.ts"

const HOUR = 3600
/** Appwrite 1.9: what requests to a route have in common that says nothing else. */
const BY_ROUTE_AND_ADDRESS: readonly (readonly RateLimitPart[])[] = [["url", "ip"]]

/** A route that has a rate limit. */
export type LimitedRoute = Pick<Endpoint, "path"> & { readonly rateLimit: RateLimit }

export function isLimited<R extends Pick<Endpoint, "path" | "rateLimit">>(
  route: R,
): route is R & LimitedRoute {
  return route.rateLimit !== undefined
}

/** Where a request stands in its windows. */
interface Window {
  /** Its start, in seconds since the epoch. */
  readonly start: number
  readonly end: number
}

/** Appwrite 1.9: windows are fixed; the first begins with the epoch. */
function windowAt(now: number, { seconds = HOUR }: RateLimit): Window {
  const second = Math.floor(now / 1000)
  const start = second - (second % seconds)
  return { start, end: start + seconds }
}

/** Appwrite 1.9: an empty parameter, for PHP, leaves its placeholder where it is. */
function parameter(sent: PhpArray, name: string): string {
  const value = phpGet(sent, name) ?? null
  const text = isPhpArray(value) ? (phpCount(value) === 0 ? "" : encodeJson(value)) : (toText(value) ?? "")
  return text === "" || text === "0" ? `{param-${name}}` : text
}

/**
 * Appwrite 1.9: the route's keys with the request's values. Routes with the same key are counted together, whatever
 * their method, and so are the aliases of one.
 */
function keysOf(
  { path, rateLimit }: LimitedRoute,
  { caller, request }: ArrivedCall,
  sent: PhpArray,
): string[] {
  const value = (part: RateLimitPart): string => {
    switch (part) {
      case "url":
        return `url:${request.hostname}${BASE_PATH}${path}`
      case "ip":
        return `ip:${request.ip}`
      case "userId":
        return `userId:${caller.role === "users" ? caller.user.$id : ""}`
      default: {
        const name = part.slice("param-".length)
        return `${name}:${parameter(sent, name)}`
      }
    }
  }
  const { keys = BY_ROUTE_AND_ADDRESS } = rateLimit
  return keys.map((parts) => parts.map(value).join())
}

/**
 * Counts a request, and says in the headers of the answer how many are left under the key that has the fewest. Appwrite
 * 1.9: the headers come also where nothing is counted: for API keys, and where rate limits are off.
 * @throws AppwriteError `general_rate_limit_exceeded`
 */
export function limitRate(
  limits: RateLimits,
  route: LimitedRoute,
  call: ArrivedCall,
  sent: PhpArray,
  headers: ResponseHeaders,
): void {
  const { project, caller, world } = call
  const { limit } = route.rateLimit
  const window = windowAt(world.clock.now(), route.rateLimit)
  const counters = limits.countersOf(project)
  const isCounted = limits.isOn(project.id) && caller.role !== "applications"
  let fewest = Number.POSITIVE_INFINITY
  for (const key of keysOf(route, call, sent)) {
    const count = counters.count(key, window.start)
    const remaining = Math.max(0, limit - count - 1)
    if (remaining < fewest) {
      fewest = remaining
      Object.assign(headers, rateLimitHeaders(limit, remaining, window.end))
    }
    if (!isCounted) continue
    if (count >= limit) throw new AppwriteError("general_rate_limit_exceeded")
    counters.hit(key, window.start)
  }
}

/** Appwrite 1.9: after a login some routes count anew; so they do after one that an API key makes. */
export function resetRate(limits: RateLimits, route: LimitedRoute, call: ArrivedCall, sent: PhpArray): void {
  if (!route.rateLimit.resetOnSuccess || !limits.isOn(call.project.id)) return
  const { start } = windowAt(call.world.clock.now(), route.rateLimit)
  for (const key of keysOf(route, call, sent)) limits.countersOf(call.project).reset(key, start)
}

/** @param reset end of the window, in seconds since the epoch. */
function rateLimitHeaders(limit: number, remaining: number, reset: number): ResponseHeaders {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
  }
}

/** Appwrite 1.9: how often a client may write to routes that name no limit of their own. */
const WRITES: RateLimit = { limit: 60, seconds: 60 }

/** The headers of a route whose limit is reached; without a limit of its own, that of writes. */
export function exceededHeaders(
  { rateLimit = WRITES }: Pick<Endpoint, "rateLimit">,
  now: number,
): ResponseHeaders {
  return rateLimitHeaders(rateLimit.limit, 0, windowAt(now, rateLimit).end)
}
