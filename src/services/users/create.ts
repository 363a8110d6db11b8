import { endpoint } from "../../endpoint.ts"
import { user } from "../../models/user.ts"
import { emailOrNull } from "../../validators/email.ts"
import { customId } from "../../validators/id.ts"
import { nullable, required } from "../../validators/parameter.ts"
import { newPassword } from "../../validators/password.ts"
import { phoneOrNull } from "../../validators/phone.ts"
import { text } from "../../validators/text.ts"
import { chosenId } from "../create-user.ts"
import { hashNewPassword, noPassword } from "../new-password.ts"
import { checkPersonalData } from "../password-policies.ts"
import { addUser, checkNewEmail } from "./add-user.ts"

/** Appwrite 1.9: what the action gets if no password was sent; `null` is another case. */
const NOT_SENT = ""

/** Appwrite 1.9: POST /v1/users. */
export const createUser = endpoint({
  method: "POST",
  path: "/users",
  scopes: ["users.write"],
  params: {
    userId: required(customId()),
    email: nullable(emailOrNull(), null),
    phone: nullable(phoneOrNull(), null),
    password: nullable(newPassword(), NOT_SENT),
    name: nullable(text(128), ""),
  },
  audit: "user.create",
  model: user,
  action: async (call) => {
    const { params, project, world } = call
    const email = params.email?.toLowerCase() ?? null
    checkNewEmail(project, email)
    const $id = chosenId(world, params.userId)
    const name = params.name ?? ""
    if (params.password !== NOT_SENT) {
      checkPersonalData(project.settings, params.password, { userId: $id, email, name, phone: params.phone })
    }
    const storedPassword = params.password
      ? await hashNewPassword(call, params.password, "server")
      : noPassword(project.rules, "server")
    return addUser(call, { $id, email, phone: params.phone, name, storedPassword })
  },
})
