import type { Endpoint } from "../../endpoint.ts"
import { createUser } from "./create.ts"
import { removeUser } from "./delete.ts"
import { updateEmail } from "./email.ts"
import { getPrefs, getUser } from "./get.ts"
import { deleteIdentity, listIdentities } from "./identities.ts"
import {
  importArgon2,
  importBcrypt,
  importMd5,
  importPhpass,
  importScrypt,
  importScryptModified,
  importSha,
} from "./import.ts"
import { createJwt } from "./jwts.ts"
import { listUsers } from "./list.ts"
import { listLogs } from "./logs.ts"
import { listMemberships } from "./memberships.ts"
import {
  createMfaRecoveryCodes,
  deleteMfaAuthenticator,
  getMfaFactors,
  getMfaRecoveryCodes,
  updateMfaRecoveryCodes,
} from "./mfa.ts"
import { updatePassword } from "./password.ts"
import { updatePhone } from "./phone.ts"
import { createSession, deleteAllSessions, deleteSession, listSessions } from "./sessions.ts"
import { createTarget, deleteTarget, getTarget, listTargets, updateTarget } from "./targets.ts"
import { createToken } from "./tokens.ts"
import {
  updateEmailVerification,
  updateImpersonator,
  updateLabels,
  updateMfa,
  updateName,
  updatePhoneVerification,
  updatePrefs,
  updateStatus,
} from "./update.ts"
import { getUsage } from "./usage.ts"

/** Appwrite 1.9: all endpoints below `/users`. */
export const usersEndpoints: readonly Endpoint[] = [
  createUser,
  importArgon2,
  importBcrypt,
  importMd5,
  importPhpass,
  importScrypt,
  importScryptModified,
  importSha,
  listUsers,
  listIdentities,
  deleteIdentity,
  getUsage,
  getUser,
  removeUser,
  updateEmail,
  updateImpersonator,
  createJwt,
  updateLabels,
  listLogs,
  listMemberships,
  updateMfa,
  deleteMfaAuthenticator,
  getMfaFactors,
  getMfaRecoveryCodes,
  createMfaRecoveryCodes,
  updateMfaRecoveryCodes,
  updateName,
  updatePassword,
  updatePhone,
  getPrefs,
  updatePrefs,
  listSessions,
  createSession,
  deleteAllSessions,
  deleteSession,
  updateStatus,
  listTargets,
  createTarget,
  getTarget,
  updateTarget,
  deleteTarget,
  createToken,
  updateEmailVerification,
  updatePhoneVerification,
]
