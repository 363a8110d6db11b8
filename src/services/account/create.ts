import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { account } from "../../models/account.ts"
import { email } from "../../validators/email.ts"
import { customId } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { newPassword } from "../../validators/password.ts"
import { text } from "../../validators/text.ts"
import { chosenId, factsOf, insertOwnTarget, insertUser, isEmailOfIdentity } from "../create-user.ts"
import { hashNewPassword } from "../new-password.ts"
import { checkPersonalData } from "../password-policies.ts"
import { userAnswer } from "../user-answer.ts"
import { checkUserLimit } from "../user-limit.ts"

/**
 * Appwrite 1.9: POST /v1/account. The password is compared with the ID as it was sent, be it `unique()`. An email of
 * which the server can't tell the canonical form is refused. No session comes of it.
 */
export const createAccount = endpoint({
  method: "POST",
  path: "/account",
  scopes: ["sessions.write"],
  authMethod: "emailPassword",
  rateLimit: { limit: 10 },
  params: {
    userId: required(customId()),
    email: required(email()),
    password: required(newPassword()),
    name: optional(text(128), ""),
  },
  audit: "user.create",
  model: account,
  action: async (call) => {
    const { params, project, world, reply } = call
    const address = params.email.toLowerCase()
    checkUserLimit(project)
    if (isEmailOfIdentity(project, address)) throw new AppwriteError("general_bad_request")
    const { userId, name } = params
    checkPersonalData(project.settings, params.password, { userId, email: address, name, phone: null })
    const emailFacts = await factsOf(address)
    project.rules.emails.checkFacts(emailFacts)
    const storedPassword = await hashNewPassword(call, params.password, "server")
    return () => {
      checkUserLimit(project)
      const user = insertUser(call, {
        $id: chosenId(world, userId),
        name,
        email: address,
        phone: null,
        storedPassword,
        emailFacts,
        remembersPassword: project.settings.passwordHistory > 0,
        accessedAt: world.clock.now(),
      })
      const target = insertOwnTarget(call, user, "email", address)
      reply.actsAs(user)
      return userAnswer(project, user, [target])
    }
  },
})
