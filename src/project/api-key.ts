/** What an API key may do: everything, or what its scopes say. */
export type KeyScopes = "all" | ReadonlySet<string>

/** An API key of a project. */
export interface ApiKey {
  readonly name: string
  readonly secret: string
  readonly scopes: KeyScopes
  /** Milliseconds since the epoch; `null`: never. */
  readonly expire: number | null
}
