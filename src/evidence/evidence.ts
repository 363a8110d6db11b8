import { type RoutePattern, routeFinder, routeName } from "../contract/coverage/route-of.ts"
import { answerName, type EvidenceTable, NO_ROUTE } from "./evidence-table.ts"

/** On what an answer of the emulator rests: `recorded 1.9.6`, `accepted difference` or `declared only`. */
type Evidence = `recorded ${string}` | "accepted difference" | "declared only"

/** Tells the evidence for the answer to a request. */
export type Witness = (method: string, path: string, status: number, body: unknown) => Evidence

/**
 * A witness for routes. `recorded` is said only of an answer with the same status, and for errors the same type, as
 * one that the real server gave on the same route.
 */
export function witnessOf(table: EvidenceTable, routes: readonly RoutePattern[]): Witness {
  const routeOf = routeFinder(routes)
  return (method, path, status, body) => {
    const route = routeOf(method, path)
    const known = table.routes[route === undefined ? NO_ROUTE : routeName(route)]
    const name = answerName(status, body)
    if (known?.accepted.includes(name)) return "accepted difference"
    return known?.answers.includes(name) ? `recorded ${table.version}` : "declared only"
  }
}
