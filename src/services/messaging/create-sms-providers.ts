import { endpoint } from "../../endpoint.ts"
import { provider } from "../../models/provider.ts"
import { optional } from "../../validators/parameter.ts"
import { phone } from "../../validators/phone.ts"
import { addProvider, given } from "./add-provider.ts"
import { kindOf } from "./kinds.ts"
import { activation, credential, naming } from "./provider-parameters.ts"

const from = optional(phone(), "")

/** Appwrite 1.9: POST /v1/messaging/providers/msg91. It has no number to send from; the template need not be known. */
export const createMsg91Provider = endpoint({
  method: "POST",
  path: "/messaging/providers/msg91",
  scopes: ["providers.write"],
  params: {
    ...naming,
    templateId: credential,
    senderId: credential,
    authKey: credential,
    ...activation,
  },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) => {
    const { templateId, senderId, authKey } = call.params
    return addProvider(call, kindOf("msg91"), {
      credentials: given({ templateId, senderId, authKey }),
      options: [],
    })
  },
})

/** Appwrite 1.9: POST /v1/messaging/providers/telesign. */
export const createTelesignProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/telesign",
  scopes: ["providers.write"],
  params: { ...naming, from, customerId: credential, apiKey: credential, ...activation },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) => {
    const { customerId, apiKey } = call.params
    return addProvider(call, kindOf("telesign"), {
      credentials: given({ customerId, apiKey }),
      options: given({ from: call.params.from }),
    })
  },
})

/** Appwrite 1.9: POST /v1/messaging/providers/textmagic. */
export const createTextmagicProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/textmagic",
  scopes: ["providers.write"],
  params: { ...naming, from, username: credential, apiKey: credential, ...activation },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) => {
    const { username, apiKey } = call.params
    return addProvider(call, kindOf("textmagic"), {
      credentials: given({ username, apiKey }),
      options: given({ from: call.params.from }),
    })
  },
})

/** Appwrite 1.9: POST /v1/messaging/providers/twilio. */
export const createTwilioProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/twilio",
  scopes: ["providers.write"],
  params: { ...naming, from, accountSid: credential, authToken: credential, ...activation },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) => {
    const { accountSid, authToken } = call.params
    return addProvider(call, kindOf("twilio"), {
      credentials: given({ accountSid, authToken }),
      options: given({ from: call.params.from }),
    })
  },
})

/** Appwrite 1.9: POST /v1/messaging/providers/vonage. */
export const createVonageProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/vonage",
  scopes: ["providers.write"],
  params: { ...naming, from, apiKey: credential, apiSecret: credential, ...activation },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) => {
    const { apiKey, apiSecret } = call.params
    return addProvider(call, kindOf("vonage"), {
      credentials: given({ apiKey, apiSecret }),
      options: given({ from: call.params.from }),
    })
  },
})
