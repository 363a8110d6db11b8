import { type RoutePattern, routeFinder } from "../../src/contract/coverage/route-of.ts"
import type { Sent } from "./connect.ts"

/** A route that official clients ask for, and that a real server of some version refuses them. */
export interface RefusedRoute extends RoutePattern {
  readonly status: number
  /** Reads on after "the server": why no client's call can succeed there. */
  readonly reason: string
}

const refused = (status: number, reason: string, routes: readonly string[]): readonly RefusedRoute[] =>
  routes.map((route) => {
    const [method = "", path = ""] = route.split(" ")
    return { method, path, status, reason }
  })

const AFTER_1_9 = refused(404, "has no route for", [
  "GET /account/consents",
  "GET /account/consents/:consentId",
  "DELETE /account/consents/:consentId",
  "GET /account/consents/:consentId/tokens",
  "GET /account/consents/:consentId/tokens/:tokenId",
  "DELETE /account/consents/:consentId/tokens/:tokenId",
  "POST /account/recovery/otp",
  "PUT /account/recovery/otp",
  "POST /account/sessions/id-token",
  "POST /account/verifications/email/otp",
  "PUT /account/verifications/email/otp",
])

const AFTER_1_5 = refused(404, "has no route for", [
  "POST /account/jwts",
  "POST /account/mfa/challenges",
  "PUT /account/mfa/challenges",
  "POST /account/verifications/email",
  "PUT /account/verifications/email",
  "POST /account/verifications/phone",
  "PUT /account/verifications/phone",
  "POST /users/:userId/jwts",
  "PATCH /users/:userId/impersonator",
])

const OTHERWISE_IN_1_5 = refused(400, "wants a code, which the client can't send, for", [
  "DELETE /account/mfa/authenticators/:type",
])

const REFUSED: Readonly<Record<string, readonly RefusedRoute[]>> = {
  "1.9.6": AFTER_1_9,
  "1.5.11": [...AFTER_1_9, ...AFTER_1_5, ...OTHERWISE_IN_1_5],
}

/** The routes that a real server of this version refuses. */
export const refusedRoutes = (version: string): readonly RefusedRoute[] => REFUSED[version] ?? []

/** The route by which a real server of this version refuses a request with this status, too. */
export function refusedRoute(
  version: string,
  { method, path }: Sent,
  status: unknown,
): RefusedRoute | undefined {
  const route = routeFinder(refusedRoutes(version))(method, path)
  return route?.status === status ? route : undefined
}
