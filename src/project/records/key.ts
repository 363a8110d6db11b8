import type { Document } from "../../store/document.ts"

/** An API key that was made over the API. */
export interface Key extends Document {
  readonly name: string
  readonly scopes: readonly string[]
  readonly secret: string
  /** Milliseconds since the epoch; `null`: never. */
  readonly expire: number | null
  readonly accessedAt: number | null
  /** The SDKs that the key was used with. */
  readonly sdks: readonly string[]
}
