import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { formatDate } from "../../models/members.ts"
import { token } from "../../models/token.ts"
import { randomDigits, randomHex } from "../../store/randomness.ts"
import { strictBoolean } from "../../validators/boolean.ts"
import { email } from "../../validators/email.ts"
import { customId } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { redirectUrl } from "../../validators/redirect-url.ts"
import { insertOwnTarget } from "../create-user.ts"
import { messageLink } from "../message-link.ts"
import { sendMessage } from "../send-message.ts"
import { insertToken, tokenAnswer } from "../tokens.ts"
import { securityPhrase } from "./phrase.ts"
import { prepareEmailUser } from "./token-user.ts"

const CODE_LENGTH = 6
const CODE_LIFETIME = 900
const SECRET_LENGTH = 64
const SECRET_LIFETIME = 3600

/** Appwrite 1.9: POST /v1/account/tokens/email: a mail with six digits that log in, and prove the address. */
export const createEmailToken = endpoint({
  method: "POST",
  path: "/account/tokens/email",
  scopes: ["sessions.write"],
  authMethod: "emailOtp",
  rateLimit: {
    limit: 10,
    keys: [
      ["url", "param-email"],
      ["url", "ip"],
    ],
  },
  params: {
    userId: required(customId()),
    email: required(email()),
    phrase: optional(strictBoolean, false),
  },
  audit: "session.create",
  model: token,
  action: async (call) => {
    const { params, world, reply } = call
    const clash = new AppwriteError("general_bad_request")
    const findUser = await prepareEmailUser(call, params.userId, params.email, clash)
    return () => {
      const { user, isNew } = findUser()
      if (isNew && call.project.rules.emailOtpMakesTarget) insertOwnTarget(call, user, "email", params.email)
      const secret = randomDigits(world.randomness, CODE_LENGTH)
      const made = insertToken(call, {
        userId: user.$id,
        type: "emailOtp",
        secret,
        lifetime: CODE_LIFETIME,
      })
      sendMessage(call, {
        kind: "otp",
        channel: "email",
        recipient: params.email,
        userId: user.$id,
        secret,
        link: "",
      })
      reply.actsAs(user)
      return tokenAnswer(made, secret, params.phrase ? securityPhrase(world.randomness) : "")
    }
  },
})

/**
 * Appwrite 1.9: POST /v1/account/tokens/magic-url: a mail with a link that logs in, and proves the address. A user who
 * comes this way gets no target. Without `url` the link leads to a page of the server's console.
 */
export const createMagicUrlToken = endpoint({
  method: "POST",
  path: "/account/tokens/magic-url",
  aliases: ["/account/sessions/magic-url"],
  scopes: ["sessions.write"],
  authMethod: "usersAuthMagicURL",
  rateLimit: {
    limit: 60,
    keys: [
      ["url", "param-email"],
      ["url", "ip"],
    ],
  },
  params: {
    userId: required(customId()),
    email: required(email()),
    url: optional(redirectUrl(), ""),
    phrase: optional(strictBoolean, false),
  },
  audit: "session.create",
  model: token,
  action: async (call) => {
    const { params, project, request, world, reply } = call
    const clash = new AppwriteError("user_email_already_exists")
    const findUser = await prepareEmailUser(call, params.userId, params.email, clash)
    return () => {
      const { user } = findUser()
      const secret = randomHex(world.randomness, SECRET_LENGTH)
      const made = insertToken(call, {
        userId: user.$id,
        type: "magicUrl",
        secret,
        lifetime: SECRET_LIFETIME,
      })
      const ownPage = `${request.https ? "https" : "http"}://${request.hostname}/console/auth/magic-url`
      const sent = {
        userId: user.$id,
        secret,
        expire: formatDate(made.expire),
        project: project.id,
      }
      sendMessage(call, {
        kind: "magicUrl",
        channel: "email",
        recipient: params.email,
        userId: user.$id,
        secret,
        link: messageLink(params.url || ownPage, sent),
      })
      reply.actsAs(user)
      return tokenAnswer(made, secret, params.phrase ? securityPhrase(world.randomness) : "")
    }
  },
})
