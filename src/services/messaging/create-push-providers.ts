import { endpoint } from "../../endpoint.ts"
import { provider } from "../../models/provider.ts"
import { asSecret } from "../../validators/as-secret.ts"
import { strictBoolean } from "../../validators/boolean.ts"
import { json } from "../../validators/json.ts"
import { orNull } from "../../validators/or-null.ts"
import { nullable, optional } from "../../validators/parameter.ts"
import { addProvider, all, given } from "./add-provider.ts"
import { kindOf } from "./kinds.ts"
import { activation, credential, naming } from "./provider-parameters.ts"

/** Appwrite 1.9: POST /v1/messaging/providers/fcm. */
export const createFcmProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/fcm",
  scopes: ["providers.write"],
  params: { ...naming, serviceAccountJSON: nullable(orNull(asSecret(json)), null), ...activation },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) => {
    const { serviceAccountJSON } = call.params
    return addProvider(call, kindOf("fcm"), {
      credentials: serviceAccountJSON === null ? [] : all({ serviceAccountJSON }),
      options: [],
    })
  },
})

/** Appwrite 1.9: POST /v1/messaging/providers/apns. */
export const createApnsProvider = endpoint({
  method: "POST",
  path: "/messaging/providers/apns",
  scopes: ["providers.write"],
  params: {
    ...naming,
    authKey: credential,
    authKeyId: credential,
    teamId: credential,
    bundleId: credential,
    sandbox: optional(strictBoolean, false),
    ...activation,
  },
  event: "providers.[providerId].create",
  model: provider,
  action: (call) => {
    const { authKey, authKeyId, teamId, bundleId, sandbox } = call.params
    return addProvider(call, kindOf("apns"), {
      credentials: given({ authKey, authKeyId, teamId, bundleId }),
      options: all({ sandbox }),
    })
  },
})
