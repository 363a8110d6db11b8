/** The base path of the API. */
export const BASE_PATH = "/v1"

/** The path of a URL as it was sent: not decoded, doubled slashes and all. */
export function rawPath(url: string): string {
  const start = url.indexOf("/", url.indexOf("://") + 3)
  if (start === -1) return "/"
  const query = url.indexOf("?", start)
  const fragment = url.indexOf("#", start)
  if (query === -1 && fragment === -1) return url.slice(start)
  return url.slice(start, query === -1 || (fragment !== -1 && fragment < query) ? fragment : query)
}

/** The query of a URL as it was sent, without the `?`. */
export function rawQuery(url: string): string {
  const start = url.indexOf("?")
  if (start === -1) return ""
  const end = url.indexOf("#", start)
  return end === -1 ? url.slice(start + 1) : url.slice(start + 1, end)
}

/**
 * The path by which the route is found. Appwrite 1.9: doubled slashes and one at the end do not count; but what begins
 * with two is read as a host and matches nothing.
 */
export function routePath(path: string): string {
  if (path.startsWith("//")) return path
  const single = path.includes("//") ? path.replace(/\/{2,}/g, "/") : path
  return single.length > 1 && single.endsWith("/") ? single.slice(0, -1) : single
}

/**
 * The placeholders of a route, by the place that they have in its path. Appwrite 1.9 takes them from the same place in
 * the path as it was sent, where doubled slashes count: `/v1/users//x` has an empty `userId`.
 */
export function placeholders(route: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, segment] of `${BASE_PATH}${route}`.split("/").entries()) {
    if (segment.startsWith(":")) places.set(segment.slice(1), place)
  }
  return places
}
