import { endpoint } from "../../endpoint.ts"
import { user } from "../../models/user.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { deleteUser } from "../delete-user.ts"
import { loadUser } from "../load-user.ts"
import { userAnswer } from "../user-answer.ts"

/** Appwrite 1.9: DELETE /v1/users/:userId. */
export const removeUser = endpoint({
  method: "DELETE",
  path: "/users/:userId",
  scopes: ["users.write"],
  params: { userId: required(uid()) },
  audit: "user.delete",
  event: "users.[userId].delete",
  action: (call) => {
    const { project, params, reply } = call
    const found = loadUser(project, params.userId)
    reply.tells(user, userAnswer(project, found))
    deleteUser(call, found)
  },
})
