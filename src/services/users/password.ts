import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { user } from "../../models/user.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { newPasswordOrEmpty } from "../../validators/password.ts"
import { loadUser } from "../load-user.ts"
import { hashNewPassword } from "../new-password.ts"
import { checkPersonalData, extendHistory, isRecentPassword } from "../password-policies.ts"
import { deleteSessions } from "../sessions.ts"
import { unchanged } from "../unchanged.ts"
import { updateUser } from "../update-user.ts"
import { userAnswer } from "../user-answer.ts"

/**
 * Appwrite 1.9: PATCH /v1/users/:userId/password. Cleared with `""` it is stored as `""`, under which nobody can log in.
 * (The real server goes on after its answer and puts the hash of the empty text in its place, which nobody can use
 * either.) The password policies come before what is stored, but for `""` the history comes too late to be seen.
 */
export const updatePassword = endpoint({
  method: "PATCH",
  path: "/users/:userId/password",
  scopes: ["users.write"],
  params: { userId: required(uid()), password: required(newPasswordOrEmpty()) },
  audit: "user.update",
  event: "users.[userId].update.password",
  model: user,
  action: async (call) => {
    const { project, params, world } = call
    const { settings, database } = project
    const { password } = params
    const found = loadUser(project, params.userId)
    checkPersonalData(settings, password, {
      userId: found.$id,
      email: found.email,
      name: found.name,
      phone: found.phone,
    })
    const isRecent = await isRecentPassword(settings, password, found)
    if (isRecent && password !== "") throw new AppwriteError("password_recently_used")
    const isKept = password === "" && (isRecent || !project.rules.hashesEmptyPassword)
    const hashed = isKept ? undefined : await hashNewPassword(call, password, "server")
    return () => {
      const before = unchanged(found, loadUser(project, params.userId))
      if (settings.invalidateSessions && !isRecent) deleteSessions(database, before)
      const after = updateUser(call, before, {
        storedPassword: hashed ?? { ...before.storedPassword, password: "" },
        passwordHistory:
          hashed === undefined
            ? before.passwordHistory
            : extendHistory(settings, before.passwordHistory, hashed.password),
        passwordUpdate: world.clock.now(),
      })
      const answer = userAnswer(project, after)
      return password === "" ? { ...answer, password } : answer
    }
  },
})
