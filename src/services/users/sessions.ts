import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { session, sessionList } from "../../models/session.ts"
import { user } from "../../models/user.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { customId, uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { loadUser } from "../load-user.ts"
import { deleteSessions, prepareSession, sessionAnswer, sessionsOf } from "../sessions.ts"
import { userAnswer } from "../user-answer.ts"

/** Appwrite 1.9: GET /v1/users/:userId/sessions: oldest first, expired ones included, secrets as they are stored. */
export const listSessions = endpoint({
  method: "GET",
  path: "/users/:userId/sessions",
  scopes: ["users.read", "sessions.read"],
  params: { userId: required(uid()), total: optional(looseBoolean, true) },
  model: sessionList,
  action: ({ project, params }) => {
    const user = loadUser(project, params.userId)
    const sessions = sessionsOf(project.database, user).map((record) => sessionAnswer(record, false))
    return { total: params.total ? sessions.length : 0, sessions }
  },
})

/** Appwrite 1.9: POST /v1/users/:userId/sessions. Blocked users get one too; session limits do not count. */
export const createSession = endpoint({
  method: "POST",
  path: "/users/:userId/sessions",
  scopes: ["users.write", "sessions.write"],
  params: { userId: required(customId()) },
  audit: "session.create",
  event: "users.[userId].sessions.[sessionId].create",
  model: session,
  action: async (call) => {
    const rules = call.project.rules.sessions
    const store = await prepareSession(call, {
      provider: "server",
      providerUid: null,
      ...rules.serverMade,
    })
    return () => {
      const made = store(loadUser(call.project, call.params.userId))
      return {
        ...sessionAnswer(made.session, false),
        secret: rules.serverSecret(made.session.userId, made.secret),
      }
    }
  },
})

/** Appwrite 1.9: DELETE /v1/users/:userId/sessions/:sessionId. Whose session it is plays no part. */
export const deleteSession = endpoint({
  method: "DELETE",
  path: "/users/:userId/sessions/:sessionId",
  scopes: ["users.write", "sessions.write"],
  params: { userId: required(uid()), sessionId: required(uid()) },
  audit: "session.delete",
  event: "users.[userId].sessions.[sessionId].delete",
  action: ({ project, params, reply }) => {
    loadUser(project, params.userId)
    const found = project.database.sessions.find("$id", params.sessionId)
    if (found === undefined) throw new AppwriteError("user_session_not_found")
    project.database.sessions.remove(found)
    reply.concerns({ sessionId: found.$id })
    reply.tells(session, sessionAnswer(found, false))
  },
})

/** Appwrite 1.9: DELETE /v1/users/:userId/sessions. */
export const deleteAllSessions = endpoint({
  method: "DELETE",
  path: "/users/:userId/sessions",
  scopes: ["users.write", "sessions.write"],
  params: { userId: required(uid()) },
  audit: "session.delete",
  event: "users.[userId].sessions.delete",
  action: ({ project, params, reply }) => {
    const found = loadUser(project, params.userId)
    deleteSessions(project.database, found)
    reply.tells(user, userAnswer(project, found))
  },
})
