import { endpoint } from "../../endpoint.ts"
import { token } from "../../models/token.ts"
import { customId } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { phone } from "../../validators/phone.ts"
import { insertOwnTarget } from "../create-user.ts"
import { encodeSecret } from "../secrets.ts"
import { sendMessage } from "../send-message.ts"
import { insertToken, tokenAnswer } from "../tokens.ts"
import { phoneCode } from "./phone-code.ts"
import { findPhoneUser } from "./token-user.ts"

const LIFETIME = 900

/**
 * Appwrite 1.9: POST /v1/account/tokens/phone: an SMS with six digits that log in, and prove the number. API keys see
 * the code wrapped up as the secret of a session is; unwrapped it logs in.
 */
export const createPhoneToken = endpoint({
  method: "POST",
  path: "/account/tokens/phone",
  aliases: ["/account/sessions/phone"],
  scopes: ["sessions.write"],
  authMethod: "phone",
  rateLimit: {
    limit: 10,
    keys: [
      ["url", "param-phone"],
      ["url", "ip"],
    ],
  },
  params: { userId: required(customId()), phone: required(phone()) },
  audit: "session.create",
  model: token,
  action: (call) => {
    const { params, reply } = call
    const { user, isNew } = findPhoneUser(call, params.userId, params.phone)
    if (isNew) insertOwnTarget(call, user, "sms", params.phone)
    const { secret, isMock } = phoneCode(call, params.phone)
    const made = insertToken(call, { userId: user.$id, type: "phone", secret, lifetime: LIFETIME })
    if (!isMock) {
      sendMessage(call, {
        kind: "otp",
        channel: "sms",
        recipient: params.phone,
        userId: user.$id,
        secret,
        link: "",
      })
    }
    reply.actsAs(user)
    return tokenAnswer(made, encodeSecret(user.$id, secret))
  },
})
