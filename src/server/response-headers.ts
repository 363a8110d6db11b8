import type { Profile } from "../profiles/profile.ts"
import type { Rules } from "../profiles/rules.ts"
import type { Arrival } from "./admit.ts"

/** The header lines of an answer. */
export type ResponseHeaders = Record<string, string>

/** The headers of the answer to `OPTIONS`: any origin may ask. */
export function preflightHeaders(request: Request, { http }: Rules): ResponseHeaders {
  const headers: ResponseHeaders = { ...http.preflightHeaders }
  const origin = http.preflightOrigin(request)
  if (origin !== undefined) headers["access-control-allow-origin"] = origin
  return headers
}

/**
 * The headers of every other answer.
 * @param profile its version warns of clients that are newer.
 * @param seconds that the answer took.
 */
export function responseHeaders(
  { request, shownSession, format }: Pick<Arrival, "request" | "shownSession" | "format">,
  { version, rules: { http } }: Pick<Profile, "version" | "rules">,
  contentType: string,
  seconds: number,
): ResponseHeaders {
  // What is the same for all comes last: a property that is added to a spread object makes it many times as slow.
  const headers: ResponseHeaders = {
    "content-type": contentType,
    "x-debug-speed": String(seconds),
    "x-debug-fallback": shownSession.usedFallback ? http.usedFallback : "false",
    ...http.headers,
  }
  const origin = http.allowedOrigin(request)
  if (origin !== undefined) headers["access-control-allow-origin"] = origin
  if (request.headers.get("x-forwarded-proto") === "https") {
    headers["strict-transport-security"] = "max-age=10886400"
  }
  if (format.isAbove(version)) {
    const named = request.headers.get("x-appwrite-response-format")
    headers["x-appwrite-warning"] =
      `The current SDK is built for Appwrite ${named}. However, the current Appwrite server version is ${version}. Please downgrade your SDK to match the Appwrite version: https://appwrite.io/docs/sdks`
  }
  return headers
}

/** What errors carry besides. */
export const ERROR_HEADERS = {
  "cache-control": "no-cache, no-store, must-revalidate",
  expires: "0",
  pragma: "no-cache",
} as const
