import type { Scope } from "../scopes.ts"

/** What a version's HTTP server does besides its routes. */
export interface HttpRules {
  /** What each answer carries. */
  readonly headers: Readonly<Record<string, string>>
  /** What the answer to `OPTIONS` carries. */
  readonly preflightHeaders: Readonly<Record<string, string>>
  /** `Access-Control-Allow-Origin` of an answer; `undefined`: there is none. */
  allowedOrigin(request: Request): string | undefined
  /** The same for `OPTIONS`. */
  preflightOrigin(request: Request): string | undefined
  /** `X-Debug-Fallback` where `X-Fallback-Cookies` was asked for a session. */
  readonly usedFallback: string
  /**
   * Refuses requests from foreign web pages; is not asked of requests with an API key.
   * @throws AppwriteError `general_unknown_origin`
   */
  checkOrigin(request: Request, projectId: string): void
  /** How the attributes of cookies are spelled. */
  readonly cookieAttributes: { readonly httpOnly: string; readonly sameSite: string }
  /** How errors are shown where there is no route. */
  readonly unknownRoute: "json" | "page"
  /** How a text in the query syntax of Appwrite 1.4 is refused that can't be converted. */
  legacyQueryRefusal(message: string): Error
  /** What a caller lacks who has none of a route's scopes. */
  missingScopes(scopes: readonly Scope[]): string
}
