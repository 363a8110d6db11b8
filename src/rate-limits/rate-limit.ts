/**
 * A part of what requests have in common that are counted together: host and route, client address, user, or a
 * parameter as it was sent.
 */
export type RateLimitPart = "url" | "ip" | "userId" | `param-${string}`

/** How often the same client may call a route. */
export interface RateLimit {
  /** Most requests in one window. */
  readonly limit: number
  /** Length of a window; by default an hour. */
  readonly seconds?: number
  /** A request counts under each of these; by default under host, route and client address. */
  readonly keys?: readonly (readonly RateLimitPart[])[]
  /** Whether a success starts the count anew. */
  readonly resetOnSuccess?: boolean
}
