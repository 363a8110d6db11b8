import { type Call, endpoint } from "../../endpoint.ts"
import { account } from "../../models/account.ts"
import type { UserAnswer } from "../../models/user.ts"
import { assoc } from "../../validators/assoc.ts"
import { required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { ownUser } from "../own-account.ts"
import { storePrefs } from "../prefs.ts"
import { type UserChanges, updateUser } from "../update-user.ts"
import { userAnswer } from "../user-answer.ts"

const update = (path: string) =>
  ({
    method: "PATCH",
    path: `/account${path}`,
    scopes: ["account"],
    audit: "user.update",
    model: account,
  }) as const

function change(call: Call, changes: UserChanges): UserAnswer {
  return userAnswer(call.project, updateUser(call, ownUser(call), changes))
}

/** Appwrite 1.9: PATCH /v1/account/name. Other than a server, a user can't clear it. */
export const updateName = endpoint({
  ...update("/name"),
  params: { name: required(text(128)) },
  event: "users.[userId].update.name",
  action: (call) => change(call, { name: call.params.name }),
})

/** Appwrite 1.9: PATCH /v1/account/prefs. All of them are replaced; the answer is the account. */
export const updatePrefs = endpoint({
  ...update("/prefs"),
  params: { prefs: required(assoc()) },
  event: "users.[userId].update.prefs",
  action: (call) => {
    const { prefs } = call.params
    storePrefs(call.project, prefs, () => change(call, { prefs }))
    return userAnswer(call.project, ownUser(call))
  },
})

/** Appwrite 1.9: PATCH /v1/account/status: users block themselves. Their sessions stay, of no use. */
export const updateStatus = endpoint({
  ...update("/status"),
  params: {},
  event: "users.[userId].update.status",
  action: (call) => {
    call.reply.changeSession({ kind: "ended", sessions: 1, current: true })
    return change(call, { status: false })
  },
})
