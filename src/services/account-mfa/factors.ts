import { endpoint } from "../../endpoint.ts"
import { mfaFactors } from "../../models/mfa.ts"
import { verifiedFactors } from "../mfa.ts"
import { ownUser } from "../own-account.ts"

/** Appwrite 1.9: GET /v1/account/mfa/factors. */
export const getMfaFactors = endpoint({
  method: "GET",
  path: "/account/mfa/factors",
  scopes: ["account"],
  groups: ["mfa"],
  params: {},
  model: mfaFactors,
  action: (call) => {
    const user = ownUser(call)
    return { ...verifiedFactors(call.project, user), recoveryCode: user.mfaRecoveryCodes.length > 0 }
  },
})
