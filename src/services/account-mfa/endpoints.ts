import type { Endpoint } from "../../endpoint.ts"
import { createMfaAuthenticator, deleteMfaAuthenticator, updateMfaAuthenticator } from "./authenticators.ts"
import { createMfaChallenge, updateMfaChallenge } from "./challenges.ts"
import { getMfaFactors } from "./factors.ts"
import { updateMfa } from "./flag.ts"
import { createMfaRecoveryCodes, getMfaRecoveryCodes, updateMfaRecoveryCodes } from "./recovery-codes.ts"

/** Appwrite 1.9: all endpoints below `/account/mfa`. */
export const accountMfaEndpoints: readonly Endpoint[] = [
  updateMfa,
  getMfaFactors,
  createMfaAuthenticator,
  updateMfaAuthenticator,
  deleteMfaAuthenticator,
  createMfaRecoveryCodes,
  getMfaRecoveryCodes,
  updateMfaRecoveryCodes,
  createMfaChallenge,
  updateMfaChallenge,
]
