import type { Document } from "../../store/document.ts"

/** The link of a user to an account at an OAuth2 provider. */
export interface Identity extends Document {
  readonly userId: string
  readonly provider: string
  readonly providerUid: string
  readonly providerEmail: string
  readonly providerAccessToken: string
  readonly providerAccessTokenExpiry: number | null
  readonly providerRefreshToken: string
}
