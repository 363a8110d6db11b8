import { flag, texts } from "./members.ts"
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
