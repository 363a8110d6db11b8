import { AppwriteError } from "../errors.ts"
import { checkOrigin, isOwnOrigin } from "../server/origin.ts"
import type { HttpRules } from "./http-rules.ts"

const common = {
  server: "Appwrite",
  "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
  "access-control-allow-headers":
    "Accept, Origin, Cookie, Set-Cookie, Content-Type, Content-Range, X-Appwrite-Project, X-Appwrite-Key, X-Appwrite-Dev-Key, X-Appwrite-Locale, X-Appwrite-Mode, X-Appwrite-JWT, X-Appwrite-Organization, X-Appwrite-Response-Format, X-Appwrite-Timeout, X-Appwrite-ID, X-Appwrite-Timestamp, X-Appwrite-Session, X-Appwrite-Platform, X-Appwrite-Impersonate-User-Id, X-Appwrite-Impersonate-User-Email, X-Appwrite-Impersonate-User-Phone, X-SDK-Version, X-SDK-Name, X-SDK-Language, X-SDK-Platform, X-SDK-GraphQL, X-SDK-Profile, Range, Cache-Control, Expires, Pragma, X-Fallback-Cookies, X-Requested-With, X-Forwarded-For, X-Forwarded-User-Agent",
  "access-control-expose-headers": "X-Appwrite-Session, X-Fallback-Cookies",
  "access-control-allow-credentials": "true",
  "access-control-max-age": "86400",
}

/** Appwrite 1.9. */
export const http19: HttpRules = {
  headers: { ...common, "x-content-type-options": "nosniff" },
  preflightHeaders: { ...common, "content-type": "text/html" },
  allowedOrigin({ headers }) {
    const origin = headers.get("origin")
    return origin !== null && isOwnOrigin(origin) ? origin.trim().toLowerCase() : undefined
  },
  preflightOrigin: ({ headers }) => headers.get("origin") || undefined,
  // The header comes twice; two lines of one name are sent as one.
  usedFallback: "false, true",
  checkOrigin({ headers }, projectId) {
    const origin = headers.get("origin")
    if (origin) checkOrigin(origin, projectId)
  },
  cookieAttributes: { httpOnly: "HttpOnly", sameSite: "SameSite" },
  unknownRoute: "page",
  legacyQueryRefusal: (message) => new AppwriteError("general_query_invalid", message),
  missingScopes: (scopes) => `missing scopes (${JSON.stringify(scopes)})`,
}
