import type { Call } from "../../endpoint.ts"
import { serverFault } from "../../errors.ts"
import type { Rules } from "../../profiles/rules.ts"
import type { Challenge } from "../../project/records/challenge.ts"
import type { Factor } from "../../project/records/session.ts"
import { sameSecret } from "../../same-secret.ts"
import { totpOf } from "../mfa.ts"
import { ownUser } from "../own-account.ts"
import { updateUser } from "../update-user.ts"
import { loadTotp } from "./totp.ts"

/** The factors that a challenge can ask for. */
export const CHALLENGE_FACTORS = [
  "email",
  "phone",
  "totp",
  "recoveryCode",
] as const satisfies readonly Factor[]

export type ChallengeFactor = (typeof CHALLENGE_FACTORS)[number]

/** What a version calls a factor, in challenges and in the sessions that have proven it. */
export function factorName(factor: ChallengeFactor, { recoveryFactor }: Rules): Factor {
  return factor === "recoveryCode" ? recoveryFactor : factor
}

/** The factor that a challenge asks for; `undefined` where its name was spelled in another case. */
export function factorOf({ type }: Challenge, rules: Rules): ChallengeFactor | undefined {
  return CHALLENGE_FACTORS.find((factor) => factorName(factor, rules) === type)
}

/** Whether `otp` proves the factor of a challenge. What can be used once is used up. */
export type Proof = (call: Call, challenge: Challenge, otp: string) => boolean

const isSentCode: Proof = (_call, { code }, otp) => sameSecret(otp, code)

const takeRecoveryCode: Proof = (call, _challenge, otp) => {
  const user = ownUser(call)
  const unused = user.mfaRecoveryCodes.filter((code) => !sameSecret(otp, code))
  if (unused.length === user.mfaRecoveryCodes.length) return false
  updateUser(call, user, { mfaRecoveryCodes: unused })
  return true
}

/** @throws AppwriteError `general_unknown`, in the proof, for a user without authenticator */
async function loadAppCode(): Promise<Proof> {
  const totp = await loadTotp()
  return (call, _challenge, otp) => {
    const authenticator = totpOf(call.project, ownUser(call))
    if (authenticator === undefined) throw serverFault("there is no authenticator to check the code with")
    return sameSecret(otp, totp.codeAt(authenticator.secret, call.world.clock.now()))
  }
}

const PROOFS: Readonly<Record<ChallengeFactor, () => Proof | Promise<Proof>>> = {
  email: () => isSentCode,
  phone: () => isSentCode,
  totp: loadAppCode,
  recoveryCode: () => takeRecoveryCode,
}

/**
 * Appwrite 1.9: how a factor is proven. An authenticator that was never verified will do, too; when a challenge
 * expires plays no part.
 */
export function loadProof(factor: ChallengeFactor): Proof | Promise<Proof> {
  return PROOFS[factor]()
}
