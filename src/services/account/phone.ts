import { endpoint } from "../../endpoint.ts"
import { account } from "../../models/account.ts"
import { required } from "../../validators/parameter.ts"
import { password } from "../../validators/password.ts"
import { phone } from "../../validators/phone.ts"
import { ownUser } from "../own-account.ts"
import { checkIdentifierIsFree, renameOwnTarget, storeAddress } from "../replace-address.ts"
import { unchanged } from "../unchanged.ts"
import { userAnswer } from "../user-answer.ts"
import { confirmPassword } from "./own-password.ts"

/**
 * Appwrite 1.9: PATCH /v1/account/phone. The number is no longer verified. Its target follows; where there was none,
 * none is made.
 */
export const updatePhone = endpoint({
  method: "PATCH",
  path: "/account/phone",
  scopes: ["account"],
  params: { phone: required(phone()), password: required(password()) },
  audit: "user.update",
  event: "users.[userId].update.phone",
  model: account,
  action: async (call) => {
    const { project, params } = call
    const found = ownUser(call)
    const firstPassword = await confirmPassword(call, found, params.password)
    return () => {
      const before = unchanged(found, ownUser(call))
      checkIdentifierIsFree(call, params.phone)
      const changes = { phone: params.phone, phoneVerification: false, ...firstPassword }
      const after = storeAddress(call, before, changes, "user_phone_already_exists")
      return userAnswer(project, after, renameOwnTarget(call, after, before.phone, params.phone))
    }
  },
})
