import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { account } from "../../models/account.ts"
import { verifyPassword } from "../../passwords/verify.ts"
import { optional, required } from "../../validators/parameter.ts"
import { newPassword, oldPassword } from "../../validators/password.ts"
import { hashNewPassword } from "../new-password.ts"
import { accountCaller, ownUser } from "../own-account.ts"
import { checkPersonalData, extendHistory, isRecentPassword } from "../password-policies.ts"
import { unchanged } from "../unchanged.ts"
import { updateUser } from "../update-user.ts"
import { userAnswer } from "../user-answer.ts"

/**
 * Appwrite 1.9: PATCH /v1/account/password. Users who have set one before must know it. Where the project wants it, the
 * user's other sessions end, but only if the request has a session itself.
 */
export const updatePassword = endpoint({
  method: "PATCH",
  path: "/account/password",
  scopes: ["account"],
  rateLimit: { limit: 10 },
  params: { password: required(newPassword()), oldPassword: optional(oldPassword(), "") },
  audit: "user.update",
  event: "users.[userId].update.password",
  model: account,
  action: async (call) => {
    const { project, params, world } = call
    const { settings, database } = project
    const { session: current } = accountCaller(call)
    const found = ownUser(call)
    const isAsked = found.passwordUpdate !== null
    if (isAsked && !(await verifyPassword(found.storedPassword, params.oldPassword))) {
      throw new AppwriteError("user_invalid_credentials")
    }
    if (await isRecentPassword(settings, params.password, found)) {
      throw new AppwriteError("password_recently_used")
    }
    const { $id: userId, email, name, phone } = found
    checkPersonalData(settings, params.password, { userId, email, name, phone })
    const storedPassword = await hashNewPassword(call, params.password, "account")
    return () => {
      const before = unchanged(found, ownUser(call))
      if (settings.invalidateSessions && current !== null) {
        for (const session of database.sessions.all("userId", userId)) {
          if (session.$id !== current.$id) database.sessions.remove(session)
        }
      }
      const after = updateUser(call, before, {
        storedPassword,
        passwordHistory: extendHistory(settings, before.passwordHistory, storedPassword.password),
        passwordUpdate: world.clock.now(),
      })
      return userAnswer(project, after)
    }
  },
})
