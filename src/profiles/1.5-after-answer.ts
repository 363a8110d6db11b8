import { noteAccess } from "../services/access.ts"
import { renewCopy } from "../services/copied-user.ts"
import type { AfterAnswer } from "./after-answer.ts"

/** Appwrite 1.5: the routes that change something of a user without a new copy of it. */
const FORGETFUL: ReadonlySet<string> = new Set(["POST /users/:userId/sessions"])

/**
 * Appwrite 1.5: when a request has succeeded, the access of the user who acts is noted, which may be one who has just
 * logged in; and what was written is seen from then on.
 */
export const afterAnswer15: AfterAnswer = (call, { actor }, { method, path }, userId) => {
  const { project, caller } = call
  const acting = actor ?? (caller.role === "users" ? caller.user : undefined)
  const user = acting === undefined ? undefined : project.database.users.find("$id", acting.$id)
  if (user !== undefined && user.$sequence === acting?.$sequence) noteAccess(call, user)
  if (method === "GET" || FORGETFUL.has(`${method} ${path}`)) return
  if (acting !== undefined) renewCopy(project.database, acting.$id)
  if (userId !== undefined) renewCopy(project.database, userId)
}
