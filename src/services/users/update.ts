import { type CallWith, endpoint } from "../../endpoint.ts"
import { preferences } from "../../models/preferences.ts"
import { type UserAnswer, user } from "../../models/user.ts"
import { labels } from "../../validators/array-list.ts"
import { assoc } from "../../validators/assoc.ts"
import { looseBoolean, strictBoolean } from "../../validators/boolean.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { loadUser } from "../load-user.ts"
import { storePrefs } from "../prefs.ts"
import { type UserChanges, updateUser } from "../update-user.ts"
import { userAnswer } from "../user-answer.ts"

const userId = required(uid())

const update = (path: string) =>
  ({ method: "PATCH", path: `/users/:userId${path}`, scopes: ["users.write"], model: user }) as const

function change(call: CallWith<{ readonly userId: string }>, changes: UserChanges): UserAnswer {
  const { project, params } = call
  return userAnswer(project, updateUser(call, loadUser(project, params.userId), changes))
}

/** Appwrite 1.9: PATCH /v1/users/:userId/status. The text `false` is true: see `looseBoolean`. */
export const updateStatus = endpoint({
  ...update("/status"),
  params: { userId, status: required(looseBoolean) },
  audit: "user.update",
  event: "users.[userId].update.status",
  action: (call) => change(call, { status: call.params.status }),
})

/** Appwrite 1.9: PUT /v1/users/:userId/labels. Of equal labels the first one stays. */
export const updateLabels = endpoint({
  ...update("/labels"),
  method: "PUT",
  params: { userId, labels: required(labels()) },
  audit: "user.update",
  event: "users.[userId].update.labels",
  action: (call) => change(call, { labels: [...new Set(call.params.labels)] }),
})

/** Appwrite 1.9: PATCH /v1/users/:userId/impersonator. */
export const updateImpersonator = endpoint({
  ...update("/impersonator"),
  params: { userId, impersonator: required(looseBoolean) },
  audit: "user.update",
  event: "users.[userId].update.impersonator",
  action: (call) => change(call, { impersonator: call.params.impersonator }),
})

/** Appwrite 1.9: PATCH /v1/users/:userId/verification. Whether there is an email plays no part. */
export const updateEmailVerification = endpoint({
  ...update("/verification"),
  params: { userId, emailVerification: required(strictBoolean) },
  audit: "verification.update",
  event: "users.[userId].update.verification",
  action: (call) => change(call, { emailVerification: call.params.emailVerification }),
})

/** Appwrite 1.9: PATCH /v1/users/:userId/verification/phone. */
export const updatePhoneVerification = endpoint({
  ...update("/verification/phone"),
  params: { userId, phoneVerification: required(strictBoolean) },
  audit: "verification.update",
  event: "users.[userId].update.verification",
  action: (call) => change(call, { phoneVerification: call.params.phoneVerification }),
})

/** Appwrite 1.9: PATCH /v1/users/:userId/name. */
export const updateName = endpoint({
  ...update("/name"),
  params: { userId, name: required(text(128, 0)) },
  audit: "user.update",
  event: "users.[userId].update.name",
  action: (call) => change(call, { name: call.params.name }),
})

/** Appwrite 1.9: PATCH /v1/users/:userId/mfa. The factors of sessions stay as they are. */
export const updateMfa = endpoint({
  ...update("/mfa"),
  params: { userId, mfa: required(strictBoolean) },
  audit: "user.update",
  event: "users.[userId].update.mfa",
  action: (call) => change(call, { mfa: call.params.mfa }),
})

/** Appwrite 1.9: PATCH /v1/users/:userId/prefs. All of them are replaced. */
export const updatePrefs = endpoint({
  ...update("/prefs"),
  params: { userId, prefs: required(assoc()) },
  event: "users.[userId].update.prefs",
  model: preferences,
  action: (call) => {
    const { project, params } = call
    const user = loadUser(project, params.userId)
    return storePrefs(project, params.prefs, () => updateUser(call, user, { prefs: params.prefs }))
  },
})
