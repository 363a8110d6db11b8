/** What became of one method of a client. */
export type Outcome =
  | { readonly method: string; readonly result: "passed" }
  /** The server of this version has no such route. */
  | { readonly method: string; readonly result: "absent"; readonly route: string }
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
