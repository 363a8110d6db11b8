import type { Call } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import type { MfaFactors } from "../models/mfa.ts"
import type { Project } from "../project/project.ts"
import type { Authenticator } from "../project/records/authenticator.ts"
import type { User } from "../project/records/user.ts"
import { randomHex } from "../store/randomness.ts"
import { updateUser } from "./update-user.ts"

type Scene = Pick<Call, "world" | "project">

const CODES = 6
const CODE_LENGTH = 10

/** Recovery codes as answers show them. */
export interface RecoveryCodes {
  readonly recoveryCodes: readonly string[]
}

/** @throws AppwriteError `user_recovery_codes_not_found` */
export function readRecoveryCodes({ mfaRecoveryCodes }: User): RecoveryCodes {
  if (mfaRecoveryCodes.length === 0) throw new AppwriteError("user_recovery_codes_not_found")
  return { recoveryCodes: mfaRecoveryCodes }
}

/**
 * Gives a user the first recovery codes.
 * @throws AppwriteError `user_recovery_codes_already_exists`
 */
export function createRecoveryCodes(scene: Scene, user: User): RecoveryCodes {
  if (user.mfaRecoveryCodes.length > 0) throw new AppwriteError("user_recovery_codes_already_exists")
  return storeRecoveryCodes(scene, user)
}

/**
 * Gives a user new recovery codes; the old ones are dead.
 * @throws AppwriteError `user_recovery_codes_not_found`
 */
export function replaceRecoveryCodes(scene: Scene, user: User): RecoveryCodes {
  readRecoveryCodes(user)
  return storeRecoveryCodes(scene, user)
}

/** Appwrite 1.9: six codes of ten hexadecimal characters. */
function storeRecoveryCodes(scene: Scene, user: User): RecoveryCodes {
  const recoveryCodes = Array.from({ length: CODES }, () => randomHex(scene.world.randomness, CODE_LENGTH))
  updateUser(scene, user, { mfaRecoveryCodes: recoveryCodes })
  return { recoveryCodes }
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
