import type { Endpoint } from "../endpoint.ts"
import type { Profile } from "./profile.ts"

/** The name of an endpoint among the changes of a profile: `PATCH /users/:userId/email`. */
const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`

/** Of the declared endpoints those that a version has, as it has them. */
export function endpointsOf({ rules }: Profile, endpoints: readonly Endpoint[]): Endpoint[] {
  return endpoints.flatMap((endpoint) => {
    if (rules.absentBelow.some((path) => endpoint.path.startsWith(`${path}/`))) return []
    const change = rules.routes[nameOf(endpoint)]
    if (change === "absent") return []
    if (change !== undefined && "run" in change) return [change]
    return [change === undefined ? endpoint : endpoint.as(change)]
  })
}
