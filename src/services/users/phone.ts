import { endpoint } from "../../endpoint.ts"
import { user } from "../../models/user.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { phoneOrEmpty } from "../../validators/phone.ts"
import { loadUser } from "../load-user.ts"
import { checkIdentifierIsFree, moveOwnTarget, storeAddress } from "../replace-address.ts"
import { userAnswer } from "../user-answer.ts"

/** Appwrite 1.9: PATCH /v1/users/:userId/phone. The number is no longer verified; cleared it is stored as `null`. */
export const updatePhone = endpoint({
  method: "PATCH",
  path: "/users/:userId/phone",
  scopes: ["users.write"],
  params: { userId: required(uid()), number: required(phoneOrEmpty()) },
  audit: "user.update",
  event: "users.[userId].update.phone",
  model: user,
  action: (call) => {
    const { project, params } = call
    const before = loadUser(project, params.userId)
    if (params.number !== "") checkIdentifierIsFree(call, params.number)
    const changes = {
      phone: params.number === "" ? project.rules.clearedPhone : params.number,
      phoneVerification: false,
    }
    const after = storeAddress(call, before, changes, "user_phone_already_exists")
    return userAnswer(project, after, moveOwnTarget(call, after, "sms", before.phone, params.number))
  },
})
