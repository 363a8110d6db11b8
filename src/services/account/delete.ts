import { endpoint } from "../../endpoint.ts"
import { deleteUser } from "../delete-user.ts"
import { ownUser } from "../own-account.ts"

/** Appwrite 1.9: DELETE /v1/account. The cookies are left to die. */
export const deleteAccount = endpoint({
  method: "DELETE",
  path: "/account",
  scopes: ["account"],
  params: {},
  audit: "user.delete",
  action: (call) => deleteUser(call, ownUser(call)),
})
