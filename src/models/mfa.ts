import type { Challenge } from "../project/records/challenge.ts"
import { date, flag, text, texts } from "./members.ts"
import { model } from "./model.ts"

/** Which factors a user can prove. */
export interface MfaFactors {
  readonly totp: boolean
  readonly phone: boolean
  readonly email: boolean
  readonly recoveryCode: boolean
}

/** Appwrite 1.9: MfaFactors. */
export const mfaFactors = model<MfaFactors>("mfaFactors", {
  totp: flag,
  phone: flag,
  email: flag,
  recoveryCode: flag,
})

/** Appwrite 1.9: MfaRecoveryCodes. */
export const mfaRecoveryCodes = model<{ readonly recoveryCodes: readonly string[] }>("mfaRecoveryCodes", {
  recoveryCodes: texts,
})

/** Appwrite 1.9: MfaType: what an authenticator app needs to know. */
export const mfaType = model<{ readonly secret: string; readonly uri: string }>("mfaType", {
  secret: text,
  uri: text,
})

/** Appwrite 1.9: MfaChallenge. */
export const mfaChallenge = model<Challenge>("mfaChallenge", {
  $id: text,
  $createdAt: date,
  userId: text,
  expire: date,
})
