import { endpoint } from "../../endpoint.ts"
import { provider } from "../../models/provider.ts"
import type { PhpArray } from "../../php/value.ts"
import { strictBoolean } from "../../validators/boolean.ts"
import { email } from "../../validators/email.ts"
import { range } from "../../validators/integer.ts"
import { orNull } from "../../validators/or-null.ts"
import { nullable, optional, required, type Values } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { unlimitedText } from "../../validators/unlimited-text.ts"
import { whiteList } from "../../validators/white-list.ts"
import { addProvider, all, given } from "./add-provider.ts"
import { kindOf } from "./kinds.ts"
import { activation, credential, naming } from "./provider-parameters.ts"

const sender = {
  fromName: optional(text(128, 0), ""),
  fromEmail: optional(email(), ""),
  replyToName: optional(text(128, 0), ""),
  replyToEmail: optional(email(), ""),
} as const

function senderOf({ fromName, fromEmail, replyToName, replyToEmail }: Values<typeof sender>) {
  return { fromName, fromEmail, replyToName, replyToEmail }
}

const options = (params: Values<typeof sender>): PhpArray => all(senderOf(params))

/** Appwrite 1.9: POST /v1/messaging/providers/mailgun. */
export const createMailgunProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/mailgun",
  scopes: ["providers.write"],
  params: {
    ...naming,
    apiKey: credential,
    domain: credential,
    isEuRegion: nullable(orNull(strictBoolean), null),
    ...sender,
    ...activation,
  },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) => {
    const { isEuRegion, apiKey, domain } = call.params
    return addProvider(call, kindOf("mailgun"), {
      credentials: given({ isEuRegion, apiKey, domain }),
      options: options(call.params),
    })
  },
})

/** Appwrite 1.9: POST /v1/messaging/providers/sendgrid. */
export const createSendgridProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/sendgrid",
  scopes: ["providers.write"],
  params: { ...naming, apiKey: credential, ...sender, ...activation },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) =>
    addProvider(call, kindOf("sendgrid"), {
      credentials: given({ apiKey: call.params.apiKey }),
      options: options(call.params),
    }),
})

/** Appwrite 1.9: POST /v1/messaging/providers/ses. */
export const createSesProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/ses",
  scopes: ["providers.write"],
  params: {
    ...naming,
    accessKey: credential,
    secretKey: credential,
    region: optional(text(128), ""),
    ...sender,
    ...activation,
  },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) => {
    const { accessKey, secretKey, region } = call.params
    return addProvider(call, kindOf("ses"), {
      credentials: given({ accessKey, secretKey, region }),
      options: options(call.params),
    })
  },
})

/** Appwrite 1.9: POST /v1/messaging/providers/resend. */
export const createResendProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/resend",
  scopes: ["providers.write"],
  params: { ...naming, apiKey: credential, ...sender, ...activation },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) =>
    addProvider(call, kindOf("resend"), {
      credentials: given({ apiKey: call.params.apiKey }),
      options: options(call.params),
    }),
})

/** Appwrite 1.9: POST /v1/messaging/providers/smtp. User and password belong to it also where there are none. */
export const createSmtpProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/smtp",
  scopes: ["providers.write"],
  params: {
    ...naming,
    host: required(unlimitedText),
    port: optional(range(1, 65_535), 587),
    username: credential,
    password: credential,
    encryption: optional(whiteList(["none", "ssl", "tls"]), ""),
    autoTLS: optional(strictBoolean, true),
    mailer: credential,
    ...sender,
    ...activation,
  },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) => {
    const { host, port, username, password, encryption, autoTLS, mailer } = call.params
    return addProvider(call, kindOf("smtp"), {
      credentials: all({ port, username, password, ...(host === "0" ? {} : { host }) }),
      options: all({
        ...senderOf(call.params),
        encryption: encryption === "none" ? "" : encryption,
        autoTLS,
        mailer,
      }),
    })
  },
})
