import { AppwriteError } from "../errors.ts"
import { parseUrl } from "../php/parse-url.ts"
import { OWN_HOSTS } from "../platforms.ts"
import { FatalRequestError } from "../server/fatal-request-error.ts"
import type { HttpRules } from "./http-rules.ts"

const ALLOWED_HEADERS =
  "Origin, Cookie, Set-Cookie, X-Requested-With, Content-Type, Access-Control-Allow-Origin, Access-Control-Request-Headers, Accept, X-Appwrite-Project, X-Appwrite-Key, X-Appwrite-Locale, X-Appwrite-Mode, X-Appwrite-JWT, X-Appwrite-Response-Format, X-Appwrite-Timeout, X-SDK-Version, X-SDK-Name, X-SDK-Language, X-SDK-Platform, X-SDK-GraphQL, X-Appwrite-ID, X-Appwrite-Timestamp, Content-Range, Range, Cache-Control, Expires, Pragma"

const common = {
  server: "Appwrite",
  "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
  "access-control-expose-headers": "X-Appwrite-Session, X-Fallback-Cookies",
  "access-control-allow-credentials": "true",
}

/** Where nobody is allowed, the server names this host. */
const OWN_NAME = "localhost"
const WRITING: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH", "DELETE"])

/** Appwrite 1.5: what the console calls the platforms of pages and apps, by the scheme of their origin. */
const PLATFORMS: ReadonlyMap<string, string> = new Map([
  ["http", "Web"],
  ["https", "Web"],
  ["appwrite-ios", "iOS"],
  ["appwrite-macos", "macOS"],
  ["appwrite-watchos", "watchOS"],
  ["appwrite-tvos", "tvOS"],
  ["appwrite-android", "Android"],
  ["appwrite-windows", "Windows"],
  ["appwrite-linux", "Linux"],
])

/** The origin, or where there is none the page that the request came from. */
const originOf = ({ headers }: Request): string => headers.get("origin") ?? headers.get("referer") ?? ""

/** Appwrite 1.5. */
export const http15: HttpRules = {
  headers: {
    ...common,
    "x-content-type-options": "nosniff",
    "access-control-allow-headers": `${ALLOWED_HEADERS}, X-Forwarded-For, X-Forwarded-User-Agent`,
  },
  preflightHeaders: {
    ...common,
    "content-type": "text/html",
    "access-control-allow-headers": `${ALLOWED_HEADERS}, X-Appwrite-Session, X-Fallback-Cookies, X-Forwarded-For, X-Forwarded-User-Agent`,
  },
  allowedOrigin(request) {
    const { scheme, host, port } = parseUrl(originOf(request))
    const ownScheme = request.headers.get("x-forwarded-proto") ?? "http"
    return `${scheme || ownScheme}://${OWN_HOSTS.has(host) ? host : OWN_NAME}${port && `:${port}`}`
  },
  preflightOrigin: ({ headers }) => headers.get("origin") ?? "",
  usedFallback: "true",
  checkOrigin(request) {
    const { scheme, host } = parseUrl(originOf(request))
    if (!WRITING.has(request.method) || host === "" || OWN_HOSTS.has(host)) return
    const platform = PLATFORMS.get(scheme)
    throw new AppwriteError(
      "general_unknown_origin",
      platform === undefined
        ? "Unsupported platform"
        : `Invalid Origin. Register your new client (${host}) as a new ${platform} platform on your project console dashboard`,
    )
  },
  cookieAttributes: { httpOnly: "httponly", sameSite: "samesite" },
  unknownRoute: "json",
  legacyQueryRefusal: (message) => new FatalRequestError(message),
  missingScopes: ([scope = ""]) => `missing scope (${scope})`,
}
