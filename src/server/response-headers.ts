import type { Arrival } from "./admit.ts"
import { isOwnOrigin } from "./origin.ts"

/** Appwrite 1.9: what each answer carries. */
const CORS = {
  "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
  "access-control-allow-headers":
    "Accept, Origin, Cookie, Set-Cookie, Content-Type, Content-Range, X-Appwrite-Project, X-Appwrite-Key, X-Appwrite-Dev-Key, X-Appwrite-Locale, X-Appwrite-Mode, X-Appwrite-JWT, X-Appwrite-Organization, X-Appwrite-Response-Format, X-Appwrite-Timeout, X-Appwrite-ID, X-Appwrite-Timestamp, X-Appwrite-Session, X-Appwrite-Platform, X-Appwrite-Impersonate-User-Id, X-Appwrite-Impersonate-User-Email, X-Appwrite-Impersonate-User-Phone, X-SDK-Version, X-SDK-Name, X-SDK-Language, X-SDK-Platform, X-SDK-GraphQL, X-SDK-Profile, Range, Cache-Control, Expires, Pragma, X-Fallback-Cookies, X-Requested-With, X-Forwarded-For, X-Forwarded-User-Agent",
  "access-control-expose-headers": "X-Appwrite-Session, X-Fallback-Cookies",
  "access-control-allow-credentials": "true",
  "access-control-max-age": "86400",
} as const

const COMMON = { server: "Appwrite", "x-content-type-options": "nosniff", ...CORS } as const

/** The header lines of an answer. */
export type ResponseHeaders = Record<string, string>

/** The headers of the answer to `OPTIONS`: any origin may ask. */
export function preflightHeaders(origin: string | null): ResponseHeaders {
  const headers: ResponseHeaders = { server: "Appwrite", ...CORS, "content-type": "text/html" }
  if (origin) headers["access-control-allow-origin"] = origin
  return headers
}

/**
 * The headers of every other answer.
 * `X-Debug-Fallback` comes once more if `X-Fallback-Cookies` was asked for a session; two lines of one name are sent as
 * one.
 * @param version of the server, which warns of clients that are newer.
 * @param seconds that the answer took.
 */
export function responseHeaders(
  { request, shownSession, format }: Pick<Arrival, "request" | "shownSession" | "format">,
  version: string,
  contentType: string,
  seconds: number,
): ResponseHeaders {
  // What is the same for all comes last: a property that is added to a spread object makes it many times as slow.
  const headers: ResponseHeaders = {
    "content-type": contentType,
    "x-debug-speed": String(seconds),
    "x-debug-fallback": shownSession.usedFallback ? "false, true" : "false",
    ...COMMON,
  }
  const origin = request.headers.get("origin")
  if (origin !== null && isOwnOrigin(origin)) {
    headers["access-control-allow-origin"] = origin.trim().toLowerCase()
  }
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
