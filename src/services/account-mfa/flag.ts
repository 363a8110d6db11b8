import { endpoint } from "../../endpoint.ts"
import { account } from "../../models/account.ts"
import type { Factor } from "../../project/records/session.ts"
import { strictBoolean } from "../../validators/boolean.ts"
import { required } from "../../validators/parameter.ts"
import { verifiedFactors } from "../mfa.ts"
import { ownSession, ownUser } from "../own-account.ts"
import { updateUser } from "../update-user.ts"
import { userAnswer } from "../user-answer.ts"
import { addFactors } from "./session-factors.ts"

/** In the order in which a session gets them. */
const SECOND_FACTORS = ["totp", "email", "phone"] as const satisfies readonly Factor[]

/**
 * Appwrite 1.9: PATCH /v1/account/mfa. Whoever switches it on goes on in this session: it is taken to have proven all
 * that the user has verified. Other sessions are not.
 */
export const updateMfa = endpoint({
  method: "PATCH",
  path: "/account/mfa",
  scopes: ["account"],
  params: { mfa: required(strictBoolean) },
  audit: "user.update",
  event: "users.[userId].update.mfa",
  model: account,
  action: (call) => {
    const { project, params } = call
    const session = ownSession(call)
    const user = updateUser(call, ownUser(call), { mfa: params.mfa })
    if (params.mfa) {
      const verified = verifiedFactors(project, user)
      addFactors(
        call,
        session,
        SECOND_FACTORS.filter((factor) => verified[factor]),
      )
    }
    return userAnswer(project, user)
  },
})
