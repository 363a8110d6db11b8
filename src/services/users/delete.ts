import { endpoint } from "../../endpoint.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { deleteUser } from "../delete-user.ts"
import { loadUser } from "../load-user.ts"

/** Appwrite 1.9: DELETE /v1/users/:userId. */
export const removeUser = endpoint({
  method: "DELETE",
  path: "/users/:userId",
  scopes: ["users.write"],
  params: { userId: required(uid()) },
  audit: "user.delete",
  action: (call) => deleteUser(call, loadUser(call.project, call.params.userId)),
})
