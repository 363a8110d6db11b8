import type { Document } from "../../store/document.ts"

/** What a token may be used for. */
export type TokenType = "verification" | "recovery" | "magicUrl" | "phone" | "oauth2" | "generic" | "emailOtp"

/** A secret that can be used once. Stored is its SHA-256 in hexadecimal. */
export interface Token extends Document {
  readonly userId: string
  readonly type: TokenType
  readonly secret: string
  readonly expire: number
}
