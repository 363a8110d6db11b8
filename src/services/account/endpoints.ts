import type { Endpoint } from "../../endpoint.ts"
import { createAnonymousSession } from "./anonymous-session.ts"
import { createAccount } from "./create.ts"
import { deleteAccount } from "./delete.ts"
import { updateEmail } from "./email.ts"
import { createEmailSession } from "./email-session.ts"
import { createEmailToken, createMagicUrlToken } from "./email-tokens.ts"
import { getAccount, getPrefs, listLogs } from "./get.ts"
import { deleteIdentity, listIdentities } from "./identities.ts"
import { createJwt } from "./jwts.ts"
import { createOAuth2Session, createOAuth2Token } from "./oauth2.ts"
import { updatePassword } from "./password.ts"
import { updatePhone } from "./phone.ts"
import { createPhoneToken } from "./phone-token.ts"
import { createPushTarget, deletePushTarget, updatePushTarget } from "./push-targets.ts"
import { createRecovery, updateRecovery } from "./recovery.ts"
import { deleteSession, deleteSessions, getSession, listSessions, updateSession } from "./sessions.ts"
import { createSession, updateMagicUrlSession, updatePhoneSession } from "./token-sessions.ts"
import { updateName, updatePrefs, updateStatus } from "./update.ts"
import {
  createEmailVerification,
  createPhoneVerification,
  updateEmailVerification,
  updatePhoneVerification,
} from "./verifications.ts"

/** Appwrite 1.9: all endpoints below `/account` but those of multi-factor authentication. */
export const accountEndpoints: readonly Endpoint[] = [
  getAccount,
  createAccount,
  deleteAccount,
  updateEmail,
  listIdentities,
  deleteIdentity,
  createJwt,
  listLogs,
  updateName,
  updatePassword,
  updatePhone,
  getPrefs,
  updatePrefs,
  createRecovery,
  updateRecovery,
  listSessions,
  deleteSessions,
  createAnonymousSession,
  createEmailSession,
  updateMagicUrlSession,
  createOAuth2Session,
  updatePhoneSession,
  createSession,
  getSession,
  updateSession,
  deleteSession,
  updateStatus,
  createPushTarget,
  updatePushTarget,
  deletePushTarget,
  createEmailToken,
  createMagicUrlToken,
  createOAuth2Token,
  createPhoneToken,
  createEmailVerification,
  updateEmailVerification,
  createPhoneVerification,
  updatePhoneVerification,
]
