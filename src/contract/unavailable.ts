/** What proxies answer when the server behind them is not there, was lost on the way, or is too slow. */
const gatewayErrors: ReadonlySet<number> = new Set([502, 503, 504])

/**
 * Whether an answer comes from what stands before a server, and not from the server. Appwrite's own 503 (mail or SMS is
 * switched off) is JSON, and is its answer.
 */
export function isUnavailable({ status, headers }: Response): boolean {
  return gatewayErrors.has(status) && !headers.get("content-type")?.startsWith("application/json")
}
