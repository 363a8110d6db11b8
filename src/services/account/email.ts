import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { account } from "../../models/account.ts"
import { email } from "../../validators/email.ts"
import { required } from "../../validators/parameter.ts"
import { password } from "../../validators/password.ts"
import { factsOf, isEmailOfIdentity } from "../create-user.ts"
import { ownUser } from "../own-account.ts"
import { checkIdentifierIsFree, renameOwnTarget, storeAddress } from "../replace-address.ts"
import { unchanged } from "../unchanged.ts"
import { userAnswer } from "../user-answer.ts"
import { confirmPassword } from "./own-password.ts"

/**
 * Appwrite 1.9: PATCH /v1/account/email. The address is no longer verified. Its target follows; where there was none,
 * none is made. That another user has the address is not told.
 */
export const updateEmail = endpoint({
  method: "PATCH",
  path: "/account/email",
  scopes: ["account"],
  params: { email: required(email()), password: required(password()) },
  audit: "user.update",
  event: "users.[userId].update.email",
  model: account,
  action: async (call) => {
    const { project, params } = call
    const address = params.email.toLowerCase()
    const found = ownUser(call)
    const firstPassword = await confirmPassword(call, found, params.password)
    const facts = await factsOf(address)
    return () => {
      const before = unchanged(found, ownUser(call))
      if (isEmailOfIdentity(project, address, before)) throw new AppwriteError("general_bad_request")
      project.rules.emails.checkFacts(facts)
      checkIdentifierIsFree(call, address)
      const changes = { email: address, emailVerification: false, ...facts, ...firstPassword }
      const after = storeAddress(call, before, changes, "general_bad_request")
      return userAnswer(project, after, renameOwnTarget(call, after, before.email, address))
    }
  },
})
