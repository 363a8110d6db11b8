import { type Call, type CallWith, endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { formatDate } from "../../models/members.ts"
import { type TokenAnswer, token } from "../../models/token.ts"
import type { TokenType } from "../../project/records/token.ts"
import type { User } from "../../project/records/user.ts"
import { randomHex } from "../../store/randomness.ts"
import { asSecret } from "../../validators/as-secret.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { redirectUrl } from "../../validators/redirect-url.ts"
import { text } from "../../validators/text.ts"
import { loadUser } from "../load-user.ts"
import { messageLink } from "../message-link.ts"
import { ownUser } from "../own-account.ts"
import { sendMessage } from "../send-message.ts"
import { insertToken, tokenAnswer, verifyToken } from "../tokens.ts"
import { type UserChanges, updateUser } from "../update-user.ts"
import { phoneCode } from "./phone-code.ts"

const SECRET_LENGTH = 256
const HOUR = 3600

/** Appwrite 1.9: POST /v1/account/verifications/email: a mail with a link by which the address is proven. */
export const createEmailVerification = endpoint({
  method: "POST",
  path: "/account/verifications/email",
  aliases: ["/account/verification"],
  scopes: ["account"],
  rateLimit: { limit: 10, keys: [["url", "userId"]] },
  params: { url: required(redirectUrl()) },
  audit: "verification.create",
  event: "users.[userId].verification.[tokenId].create",
  model: token,
  action: (call) => {
    const user = ownUser(call)
    if (!user.email) throw new AppwriteError("user_email_not_found")
    if (user.emailVerification) throw new AppwriteError("user_email_already_verified")
    const secret = randomHex(call.world.randomness, SECRET_LENGTH)
    const made = insertToken(call, { userId: user.$id, type: "verification", secret, lifetime: HOUR })
    const sent = { userId: user.$id, secret, expire: formatDate(made.expire) }
    sendMessage(call, {
      kind: "verification",
      channel: "email",
      recipient: user.email,
      userId: user.$id,
      secret,
      link: messageLink(call.params.url, sent),
    })
    call.reply.tellsSecrets()
    return tokenAnswer(made, secret)
  },
})

/** Appwrite 1.9: POST /v1/account/verifications/phone: an SMS with six digits, which would log in as well. */
export const createPhoneVerification = endpoint({
  method: "POST",
  path: "/account/verifications/phone",
  aliases: ["/account/verification/phone"],
  scopes: ["account"],
  rateLimit: {
    limit: 10,
    keys: [
      ["url", "userId"],
      ["url", "ip"],
    ],
  },
  authMethod: "phone",
  params: {},
  audit: "verification.create",
  event: "users.[userId].verification.[tokenId].create",
  model: token,
  action: (call) => {
    const user = ownUser(call)
    if (!user.phone) throw new AppwriteError("user_phone_not_found")
    if (user.phoneVerification) throw new AppwriteError("user_phone_already_verified")
    const { secret, isMock } = phoneCode(call, user.phone)
    const made = insertToken(call, { userId: user.$id, type: "phone", secret, lifetime: HOUR })
    if (!isMock) {
      sendMessage(call, {
        kind: "verification",
        channel: "sms",
        recipient: user.phone,
        userId: user.$id,
        secret,
        link: "",
      })
    }
    return tokenAnswer(made, secret)
  },
})

const confirmation = {
  method: "PUT",
  scopes: ["public"],
  params: { userId: required(uid()), secret: required(asSecret(text(256))) },
  audit: "verification.update",
  event: "users.[userId].verification.[tokenId].update",
  model: token,
} as const

function confirm(
  call: CallWith<{ readonly userId: string; readonly secret: string }>,
  type: TokenType,
  proven: UserChanges,
  holder: (call: Call, user: User) => User = (_call, user) => user,
): TokenAnswer {
  const { project, params, reply } = call
  const user = loadUser(project, params.userId)
  const used = verifyToken(call, holder(call, user), params.secret, type)
  reply.actsAs(updateUser(call, user, proven))
  project.database.tokens.remove(used)
  return tokenAnswer(used, used.secret)
}

/** Appwrite 1.9: PUT /v1/account/verifications/email, by whoever has the link. */
export const updateEmailVerification = endpoint({
  ...confirmation,
  path: "/account/verifications/email",
  aliases: ["/account/verification"],
  rateLimit: { limit: 10, keys: [["url", "param-userId"]] },
  action: (call) => {
    call.reply.tellsSecrets()
    return confirm(call, "verification", { emailVerification: true })
  },
})

/** Appwrite 1.9: PUT /v1/account/verifications/phone, by whoever has the code. */
export const updatePhoneVerification = endpoint({
  ...confirmation,
  path: "/account/verifications/phone",
  aliases: ["/account/verification/phone"],
  rateLimit: { limit: 10, keys: [["param-userId"]] },
  action: (call) => confirm(call, "phone", { phoneVerification: true }, call.project.rules.holderOfPhoneCode),
})
