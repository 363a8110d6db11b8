import type { Declaration, Endpoint } from "../endpoint.ts"
import type { Parameters } from "../validators/parameter.ts"

/** How a route of another version differs from the declared one. */
export interface RouteChange
  extends Partial<
    Pick<Declaration<Parameters, never>, "path" | "aliases" | "scopes" | "groups" | "rateLimit" | "status">
  > {
  /** Parameters that the version does not know: they are not read. */
  readonly unknown?: readonly string[]
  /** Whether the version writes no entry in the audit log. */
  readonly unlogged?: true
  /** Whether clients are shown secrets, which otherwise only API keys are. */
  readonly showsSecrets?: true
  /** Parameters that the version's action can't take as `null`: it fails. */
  readonly notNull?: readonly string[]
}

/** The routes of a version, by the name of the declared one: what differs, or an endpoint in its place. What is not named is as declared. */
export type RouteChanges = Readonly<Record<string, RouteChange | Endpoint | "absent">>
