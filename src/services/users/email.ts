import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { user } from "../../models/user.ts"
import { emailOrEmpty } from "../../validators/email.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { factsOf, isEmailOfIdentity } from "../create-user.ts"
import { loadUser } from "../load-user.ts"
import { checkIdentifierIsFree, moveOwnTarget, storeAddress } from "../replace-address.ts"
import { userAnswer } from "../user-answer.ts"

/**
 * Appwrite 1.9: PATCH /v1/users/:userId/email. The address is no longer verified. Cleared it is stored as `""`, which
 * only one user of a project can have.
 */
export const updateEmail = endpoint({
  method: "PATCH",
  path: "/users/:userId/email",
  scopes: ["users.write"],
  params: { userId: required(uid()), email: required(emailOrEmpty()) },
  audit: "user.update",
  event: "users.[userId].update.email",
  model: user,
  action: async (call) => {
    const { project, params } = call
    const email = params.email.toLowerCase()
    const facts = await factsOf(email)
    return () => {
      const before = loadUser(project, params.userId)
      if (email !== "") {
        if (isEmailOfIdentity(project, email, before)) throw new AppwriteError("user_email_already_exists")
        checkIdentifierIsFree(call, email)
      }
      const changes = { email, emailVerification: false, ...facts }
      const after = storeAddress(call, before, changes, "user_email_already_exists")
      return userAnswer(project, after, moveOwnTarget(call, after, "email", before.email, email))
    }
  },
})
