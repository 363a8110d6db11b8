import type { RefusedRoute } from "./refused-routes.ts"

/** What became of one method of a client. */
export type Outcome =
  | { readonly method: string; readonly result: "passed" }
  /** A real server of this version refuses it, too. */
  | { readonly method: string; readonly result: "refused"; readonly route: RefusedRoute }
  | { readonly method: string; readonly result: "failed"; readonly problems: readonly string[] }

/** What became of a client's methods. */
export interface ClientReport {
  readonly client: string
  readonly version: string
  readonly profile: string
  readonly outcomes: readonly Outcome[]
  /** What the client's types promise and no server of this version keeps, with the reason. */
  readonly gaps: readonly string[]
}
