import type { Endpoint } from "../endpoint.ts"
import { BASE_PATH } from "../server/path.ts"

/** A route as the author of a fault names it. */
export interface RoutePattern {
  /** `*` is any. */
  readonly method: string
  readonly segments: readonly string[]
}

const PATTERN = /^(?:(\*|[A-Za-z]+)\s+)?(\/[^\s?#]*)$/

/**
 * Reads `POST /users`, `/users/:userId`, `* /v1/account/*`.
 * @returns `undefined` for what is no such pattern.
 */
export function readRoutePattern(text: string): RoutePattern | undefined {
  const [, method = "*", path] = PATTERN.exec(text) ?? []
  if (path === undefined) return undefined
  const below = path === BASE_PATH || path.startsWith(`${BASE_PATH}/`) ? path.slice(BASE_PATH.length) : path
  return { method: method.toUpperCase(), segments: below.split("/").filter((segment) => segment !== "") }
}

/** @param path that was asked for, with the base path. */
export function matchesRoute(pattern: RoutePattern, endpoint: Endpoint, path: string): boolean {
  if (pattern.method !== "*" && pattern.method !== endpoint.method) return false
  const asked = path.slice(BASE_PATH.length + 1).split("/")
  return [endpoint.path, ...(endpoint.aliases ?? [])].some((route) =>
    matchesSegments(pattern.segments, route.slice(1).split("/"), asked),
  )
}

function matchesSegments(
  pattern: readonly string[],
  route: readonly string[],
  asked: readonly string[],
): boolean {
  const isOpen = pattern.at(-1) === "*"
  if (isOpen ? route.length < pattern.length : route.length !== pattern.length) return false
  return pattern.every((segment, place) => {
    const declared = route[place] ?? ""
    if (segment === "*" || segment === declared) return true
    if (!declared.startsWith(":")) return false
    return segment.startsWith(":") || segment === asked[place]
  })
}
