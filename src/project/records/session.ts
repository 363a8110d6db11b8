import type { Device } from "../../devices/device.ts"
import type { Document } from "../../store/document.ts"

/** What a session was proven with. */
export type Factor =
  | "password"
  | "anonymous"
  | "email"
  | "phone"
  | "token"
  | "server"
  | "totp"
  | "recoveryCode"
  | "recoverycode"
  | "oauth2"

/** A login. The secret itself is with the client; stored is its SHA-256 in hexadecimal. */
export interface Session extends Document, Device {
  readonly userId: string
  /** How the session came about: `email`, `anonymous`, `server`, an OAuth2 provider, … */
  readonly provider: string
  readonly providerUid: string | null
  readonly providerAccessToken: string | null
  readonly providerAccessTokenExpiry: number | null
  readonly providerRefreshToken: string | null
  readonly secret: string
  readonly expire: number
  readonly ip: string
  /** Two small letters, or `--` where the address is not located. */
  readonly countryCode: string
  readonly factors: readonly Factor[]
  readonly mfaUpdatedAt: number | null
  /** Whether the copy that the server keeps of its user lacks it still: see `copied-user.ts`. */
  readonly unseen?: true
}
