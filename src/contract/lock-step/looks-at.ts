import { type Call, earlier, people, type Route, userAgent } from "./call.ts"

/** Parameters of paths that name somebody or something by the ID that walks have chosen. */
const chosen: ReadonlySet<string> = new Set(["userId", "teamId"])

/**
 * The calls that show what a walk has left: every endpoint that reads, once, about the person and about what was made
 * last.
 */
export function looksAt(routes: readonly Route[]): readonly Call[] {
  return routes.filter(({ method }) => method === "GET").map(toLook)
}

function toLook({ method, path, scopes }: Route): Call {
  const names = path.split("/").flatMap((segment) => (segment.startsWith(":") ? [segment.slice(1)] : []))
  const params = names.map((name) => [name, chosen.has(name) ? "{me}" : earlier(name, 0, "none")] as const)
  return {
    method,
    path,
    as: scopes.includes("account") ? "session" : "key",
    person: people[0] ?? "",
    headers: { "user-agent": userAgent },
    params: Object.fromEntries(params),
  }
}
