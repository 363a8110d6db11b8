import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { formatDate } from "../../models/members.ts"
import { token } from "../../models/token.ts"
import { randomHex } from "../../store/randomness.ts"
import { asSecret } from "../../validators/as-secret.ts"
import { email } from "../../validators/email.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { newPassword } from "../../validators/password.ts"
import { redirectUrl } from "../../validators/redirect-url.ts"
import { text } from "../../validators/text.ts"
import { loadUser } from "../load-user.ts"
import { messageLink } from "../message-link.ts"
import { hashNewPassword } from "../new-password.ts"
import { extendHistory, isRecentPassword } from "../password-policies.ts"
import { sendMessage } from "../send-message.ts"
import { deleteSessions } from "../sessions.ts"
import { insertToken, tokenAnswer, verifyToken } from "../tokens.ts"
import { unchanged } from "../unchanged.ts"
import { updateUser } from "../update-user.ts"

const SECRET_LENGTH = 256
const HOUR = 3600

/** Appwrite 1.9: POST /v1/account/recovery: a mail with a link by which a forgotten password can be replaced. */
export const createRecovery = endpoint({
  method: "POST",
  path: "/account/recovery",
  scopes: ["sessions.write"],
  rateLimit: {
    limit: 10,
    keys: [
      ["url", "param-email"],
      ["url", "ip"],
    ],
  },
  params: { email: required(email()), url: required(redirectUrl()) },
  audit: "recovery.create",
  event: "users.[userId].recovery.[tokenId].create",
  model: token,
  action: (call) => {
    const { project, params, world, reply } = call
    const user = project.database.users.find("email", params.email.toLowerCase())
    if (user === undefined) throw new AppwriteError("user_not_found")
    if (!user.status) throw new AppwriteError("user_blocked")
    const secret = randomHex(world.randomness, SECRET_LENGTH)
    const made = insertToken(call, { userId: user.$id, type: "recovery", secret, lifetime: HOUR })
    const sent = { userId: user.$id, secret, expire: formatDate(made.expire) }
    sendMessage(call, {
      kind: "recovery",
      channel: "email",
      recipient: user.email ?? "",
      userId: user.$id,
      secret,
      link: messageLink(params.url, sent),
    })
    reply.actsAs(user)
    reply.tellsSecrets()
    return tokenAnswer(made, secret)
  },
})

/**
 * Appwrite 1.9: PUT /v1/account/recovery. Who has the mail has proven the address as well. The user's sessions end where
 * the project wants it.
 */
export const updateRecovery = endpoint({
  method: "PUT",
  path: "/account/recovery",
  scopes: ["sessions.write"],
  rateLimit: { limit: 10, keys: [["url", "param-userId"]] },
  params: {
    userId: required(uid()),
    secret: required(asSecret(text(256))),
    password: required(newPassword()),
  },
  audit: "recovery.update",
  event: "users.[userId].recovery.[tokenId].update",
  model: token,
  action: async (call) => {
    const { project, params, world, reply } = call
    const { settings, database } = project
    const found = loadUser(project, params.userId)
    verifyToken(call, found, params.secret, "recovery")
    if (await isRecentPassword(settings, params.password, found)) {
      throw new AppwriteError("password_recently_used")
    }
    const storedPassword = await hashNewPassword(call, params.password, "account")
    return () => {
      const before = unchanged(found, loadUser(project, params.userId))
      const used = verifyToken(call, before, params.secret, "recovery")
      const after = updateUser(call, before, {
        storedPassword,
        passwordHistory: extendHistory(settings, before.passwordHistory, storedPassword.password),
        passwordUpdate: world.clock.now(),
        emailVerification: true,
      })
      if (settings.invalidateSessions) deleteSessions(database, after)
      database.tokens.remove(used)
      reply.actsAs(after)
      reply.tellsSecrets()
      return tokenAnswer(used, used.secret)
    }
  },
})
