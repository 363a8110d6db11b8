import type { Document } from "../../store/document.ts"

/** The place of a user in a team. */
export interface Membership extends Document {
  readonly userId: string
  readonly teamId: string
  readonly roles: readonly string[]
  readonly invited: number
  readonly joined: number | null
  readonly confirm: boolean
  /** SHA-256 of the invitation's secret in hexadecimal; `""` where there was none. */
  readonly secret: string
  /** Whether the copy that the server keeps of its user lacks it still: see `copied-user.ts`. */
  readonly unseen?: true
}
