import { type Call, endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { formatDatabaseDate } from "../../models/members.ts"
import { session, sessionList } from "../../models/session.ts"
import type { Session } from "../../project/records/session.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { accountCaller, ownUser } from "../own-account.ts"
import { deletePushTargets, sessionAnswer, sessionsOf } from "../sessions.ts"
import { newProviderTokens } from "./provider-tokens.ts"

const params = { sessionId: required(uid()) }

/** What a client may write for the ID of the session that it uses. */
const CURRENT = "current"

function isCurrent(call: Call, { $id }: Session): boolean {
  return accountCaller(call).session?.$id === $id
}

/**
 * A session of the caller, by its exact ID.
 * @throws AppwriteError `user_session_not_found`; so it is with `current` for a JWT, which has none.
 */
function loadSession(call: Call, sessionId: string): Session {
  const { user, session: current } = accountCaller(call)
  const id = sessionId === CURRENT ? current?.$id : sessionId
  const found = id === undefined ? undefined : call.project.database.sessions.find("$id", id)
  if (found === undefined || found.$id !== id || found.userId !== user.$id) {
    throw new AppwriteError("user_session_not_found")
  }
  return found
}

/** Appwrite 1.9: GET /v1/account/sessions: oldest first, expired ones included. */
export const listSessions = endpoint({
  method: "GET",
  path: "/account/sessions",
  scopes: ["account"],
  params: {},
  model: sessionList,
  action: (call) => {
    const sessions = sessionsOf(call.project.database, ownUser(call)).map((record) =>
      sessionAnswer(record, isCurrent(call, record)),
    )
    return { total: sessions.length, sessions }
  },
})

/** Appwrite 1.9: GET /v1/account/sessions/:sessionId. */
export const getSession = endpoint({
  method: "GET",
  path: "/account/sessions/:sessionId",
  scopes: ["account"],
  params,
  model: session,
  action: (call) => {
    const found = loadSession(call, call.params.sessionId)
    return sessionAnswer(found, isCurrent(call, found))
  },
})

/**
 * Appwrite 1.9: PATCH /v1/account/sessions/:sessionId: the session lasts from now on as long as a new one, and gets new
 * tokens from its OAuth2 provider. The answer is the document as it was loaded, with the new expiry as the database
 * will hold it.
 */
export const updateSession = endpoint({
  method: "PATCH",
  path: "/account/sessions/:sessionId",
  scopes: ["account"],
  rateLimit: { limit: 10 },
  params,
  audit: "session.update",
  event: "users.[userId].sessions.[sessionId].update",
  model: session,
  action: (call) => {
    const { world, project } = call
    const before = loadSession(call, call.params.sessionId)
    const now = world.clock.now()
    call.reply.concerns({ sessionId: before.$id })
    const expire = now + project.settings.sessionDuration * 1000
    const tokens = before.providerRefreshToken === null ? {} : newProviderTokens(world)
    const after = { ...before, ...tokens, expire }
    project.database.sessions.replace({ ...after, $updatedAt: now })
    return {
      ...after,
      expire: formatDatabaseDate(expire),
      countryName: "",
      current: false,
    }
  },
})

/** Appwrite 1.9: DELETE /v1/account/sessions/:sessionId, with the push targets of its device. */
export const deleteSession = endpoint({
  method: "DELETE",
  path: "/account/sessions/:sessionId",
  scopes: ["account"],
  rateLimit: { limit: 100 },
  groups: ["mfa"],
  params,
  audit: "session.delete",
  event: "users.[userId].sessions.[sessionId].delete",
  action: (call) => {
    const { database } = call.project
    const found = loadSession(call, call.params.sessionId)
    database.sessions.remove(found)
    deletePushTargets(database, found)
    call.reply.concerns({ sessionId: found.$id })
    call.reply.tells(session, sessionAnswer(found, isCurrent(call, found)))
    if (isCurrent(call, found)) call.reply.changeSession({ kind: "ended", sessions: 1, current: true })
  },
})

/**
 * Appwrite 1.9: DELETE /v1/account/sessions. Only the device that asks loses its push targets, and only its
 * session raises an event.
 */
export const deleteSessions = endpoint({
  method: "DELETE",
  path: "/account/sessions",
  scopes: ["account"],
  rateLimit: { limit: 100 },
  params: {},
  audit: "session.delete",
  event: "users.[userId].sessions.[sessionId].delete",
  action: (call) => {
    const { database } = call.project
    const { session: current } = accountCaller(call)
    const sessions = database.sessions.all("userId", ownUser(call).$id)
    for (const record of sessions) database.sessions.remove(record)
    if (current !== null) {
      deletePushTargets(database, current)
      call.reply.concerns({ sessionId: current.$id })
      call.reply.tells(session, sessionAnswer(current, true))
    }
    call.reply.changeSession({ kind: "ended", sessions: sessions.length, current: current !== null })
  },
})
