import type { RequestFacts } from "../request-facts.ts"

/** The `Host` header without port. */
function hostname(request: Request): string {
  const host = request.headers.get("host") ?? new URL(request.url).host
  return host.replace(/:\d+$/, "")
}

/**
 * What services may know of a request.
 * @param hasKey whether it comes with an API key, which may speak for another client's user agent.
 * @param peer address at the other end of the connection.
 */
export function requestFacts(request: Request, hasKey: boolean, peer: string): RequestFacts {
  const { headers } = request
  const forwardedAgent = hasKey ? headers.get("x-forwarded-user-agent") : null
  return {
    hostname: hostname(request),
    https: headers.get("x-forwarded-proto") === "https",
    ip: headers.get("x-forwarded-for")?.split(",")[0]?.trim() || peer,
    userAgent: forwardedAgent || (headers.get("user-agent") ?? ""),
  }
}
