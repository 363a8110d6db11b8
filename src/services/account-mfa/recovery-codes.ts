import { endpoint } from "../../endpoint.ts"
import { mfaRecoveryCodes } from "../../models/mfa.ts"
import { createRecoveryCodes, readRecoveryCodes, replaceRecoveryCodes } from "../mfa.ts"
import { ownUser } from "../own-account.ts"

const route = {
  path: "/account/mfa/recovery-codes",
  scopes: ["account"],
  params: {},
  model: mfaRecoveryCodes,
} as const

/** Appwrite 1.9: POST /v1/account/mfa/recovery-codes. */
export const createMfaRecoveryCodes = endpoint({
  ...route,
  method: "POST",
  event: "users.[userId].update.mfa",
  action: (call) => createRecoveryCodes(call, ownUser(call)),
})

/** Appwrite 1.9: GET /v1/account/mfa/recovery-codes. */
export const getMfaRecoveryCodes = endpoint({
  ...route,
  method: "GET",
  groups: ["mfaProtected"],
  action: (call) => readRecoveryCodes(ownUser(call)),
})

/** Appwrite 1.9: PATCH /v1/account/mfa/recovery-codes makes new codes; the old ones are dead. */
export const updateMfaRecoveryCodes = endpoint({
  ...route,
  method: "PATCH",
  groups: ["mfaProtected"],
  event: "users.[userId].update.mfa",
  action: (call) => replaceRecoveryCodes(call, ownUser(call)),
})
