import type { Document } from "../../store/document.ts"

/** A second factor that the user has set up: an app that shows time-based codes. */
export interface Authenticator extends Document {
  readonly userId: string
  readonly type: "totp"
  /** In base32, as the app was given it. */
  readonly secret: string
  readonly verified: boolean
}
