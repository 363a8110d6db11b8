import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { session } from "../../models/session.ts"
import { verifyPassword } from "../../passwords/verify.ts"
import { email } from "../../validators/email.ts"
import { required } from "../../validators/parameter.ts"
import { password } from "../../validators/password.ts"
import { alertOfSession, logIn } from "../log-in.ts"
import { hashNewPassword } from "../new-password.ts"
import { prepareSession } from "../sessions.ts"
import { unchanged } from "../unchanged.ts"
import { updateUser } from "../update-user.ts"

/**
 * Appwrite 1.9: POST /v1/account/sessions/email. A password that was imported under another algorithm is hashed anew
 * with Argon2. That a user is blocked is told only to who knows the password.
 */
export const createEmailSession = endpoint({
  method: "POST",
  path: "/account/sessions/email",
  aliases: ["/account/sessions"],
  scopes: ["sessions.write"],
  groups: ["session"],
  authMethod: "emailPassword",
  rateLimit: { limit: 10, keys: [["url", "param-email"]], resetOnSuccess: true },
  params: { email: required(email()), password: required(password()) },
  audit: "session.create",
  event: "users.[userId].sessions.[sessionId].create",
  model: session,
  action: async (call) => {
    const { project, params } = call
    const { users } = project.database
    const address = params.email.toLowerCase()
    const found = users.find("email", address)
    if (
      found === undefined ||
      found.passwordUpdate === null ||
      !(await verifyPassword(found.storedPassword, params.password))
    ) {
      throw new AppwriteError("user_invalid_credentials")
    }
    const isKept = found.storedPassword.hash === "argon2"
    const rehashed = isKept ? undefined : await hashNewPassword(call, params.password, "server")
    const store = await prepareSession(call, {
      provider: "email",
      providerUid: address,
      factors: ["password"],
    })
    return () => {
      const user = unchanged(found, users.find("$id", found.$id))
      if (!user.status) throw new AppwriteError("user_blocked")
      if (rehashed !== undefined) updateUser(call, user, { storedPassword: rehashed })
      const made = store(user)
      alertOfSession(call, user)
      return logIn(call, user, made)
    }
  },
})
