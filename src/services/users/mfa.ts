import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { mfaFactors, mfaRecoveryCodes } from "../../models/mfa.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { whiteList } from "../../validators/white-list.ts"
import { loadUser } from "../load-user.ts"
import {
  createRecoveryCodes,
  readRecoveryCodes,
  replaceRecoveryCodes,
  totpOf,
  verifiedFactors,
} from "../mfa.ts"

const params = { userId: required(uid()) }

/** Appwrite 1.9: GET /v1/users/:userId/mfa/factors. It never tells of recovery codes. */
export const getMfaFactors = endpoint({
  method: "GET",
  path: "/users/:userId/mfa/factors",
  scopes: ["users.read"],
  params,
  model: mfaFactors,
  action: ({ project, params: { userId } }) => ({
    ...verifiedFactors(project, loadUser(project, userId)),
    recoveryCode: false,
  }),
})

/** Appwrite 1.9: GET /v1/users/:userId/mfa/recovery-codes. */
export const getMfaRecoveryCodes = endpoint({
  method: "GET",
  path: "/users/:userId/mfa/recovery-codes",
  scopes: ["users.read"],
  params,
  model: mfaRecoveryCodes,
  action: ({ project, params: { userId } }) => readRecoveryCodes(loadUser(project, userId)),
})

/** Appwrite 1.9: PATCH /v1/users/:userId/mfa/recovery-codes makes the first codes. */
export const createMfaRecoveryCodes = endpoint({
  method: "PATCH",
  path: "/users/:userId/mfa/recovery-codes",
  scopes: ["users.write"],
  params,
  audit: "user.update",
  event: "users.[userId].create.mfa.recovery-codes",
  model: mfaRecoveryCodes,
  action: (call) => createRecoveryCodes(call, loadUser(call.project, call.params.userId)),
})

/** Appwrite 1.9: PUT /v1/users/:userId/mfa/recovery-codes makes new codes; the old ones are dead. */
export const updateMfaRecoveryCodes = endpoint({
  method: "PUT",
  path: "/users/:userId/mfa/recovery-codes",
  scopes: ["users.write"],
  params,
  audit: "user.update",
  event: "users.[userId].update.mfa.recovery-codes",
  model: mfaRecoveryCodes,
  action: (call) => replaceRecoveryCodes(call, loadUser(call.project, call.params.userId)),
})

/** Appwrite 1.9: DELETE /v1/users/:userId/mfa/authenticators/:type. The `mfa` flag and recovery codes stay. */
export const deleteMfaAuthenticator = endpoint({
  method: "DELETE",
  path: "/users/:userId/mfa/authenticators/:type",
  scopes: ["users.write"],
  params: { ...params, type: required(whiteList(["totp"])) },
  audit: "user.update",
  event: "users.[userId].delete.mfa",
  action: ({ project, params: { userId } }) => {
    const totp = totpOf(project, loadUser(project, userId))
    if (totp === undefined) throw new AppwriteError("user_authenticator_not_found")
    project.database.authenticators.remove(totp)
  },
})
