import type { MfaFactors } from "../models/mfa.ts"
import type { Project } from "../project/project.ts"
import type { Authenticator } from "../project/records/authenticator.ts"
import type { User } from "../project/records/user.ts"
import { type Randomness, randomHex } from "../store/randomness.ts"

const CODES = 6
const CODE_LENGTH = 10

/** Appwrite 1.9: six codes of ten hexadecimal characters. */
export function recoveryCodes(randomness: Randomness): string[] {
  return Array.from({ length: CODES }, () => randomHex(randomness, CODE_LENGTH))
}

/** The TOTP authenticator of a user, verified or not. */
export function totpOf({ database }: Project, user: User): Authenticator | undefined {
  return database.authenticators.all("userId", user.$id)[0]
}

/** Appwrite 1.9: the second factors that a user could prove now. */
export function verifiedFactors(project: Project, user: User): Omit<MfaFactors, "recoveryCode"> {
  return {
    totp: totpOf(project, user)?.verified ?? false,
    phone: Boolean(user.phone) && user.phoneVerification,
    email: Boolean(user.email) && user.emailVerification,
  }
}
