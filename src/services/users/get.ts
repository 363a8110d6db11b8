import { endpoint } from "../../endpoint.ts"
import { preferences } from "../../models/preferences.ts"
import { user } from "../../models/user.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { loadUser } from "../load-user.ts"
import { readPrefs } from "../prefs.ts"
import { userAnswer } from "../user-answer.ts"

/** Appwrite 1.9: GET /v1/users/:userId. */
export const getUser = endpoint({
  method: "GET",
  path: "/users/:userId",
  scopes: ["users.read"],
  params: { userId: required(uid()) },
  model: user,
  action: ({ project, params }) => userAnswer(project, loadUser(project, params.userId)),
})

/** Appwrite 1.9: GET /v1/users/:userId/prefs. */
export const getPrefs = endpoint({
  method: "GET",
  path: "/users/:userId/prefs",
  scopes: ["users.read"],
  params: { userId: required(uid()) },
  model: preferences,
  action: ({ project, params }) => readPrefs(project, loadUser(project, params.userId).prefs),
})
