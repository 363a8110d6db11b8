import type { Call } from "../endpoint.ts"
import type { SessionAnswer } from "../models/session.ts"
import type { User } from "../project/records/user.ts"
import { encodeSecret } from "./secrets.ts"
import { sendMessage } from "./send-message.ts"
import { type NewSession, sessionAnswer } from "./sessions.ts"

/**
 * Gives the client the session that was just made for it.
 * @returns the session as the answer shows it: with its secret, which only API keys get to see.
 */
export function handOverSession(
  { reply }: Pick<Call, "reply">,
  { session, secret }: NewSession,
): SessionAnswer {
  const value = encodeSecret(session.userId, secret)
  reply.changeSession({ kind: "started", session: { value, expire: session.expire } })
  return { ...sessionAnswer(session, true), secret: value }
}

/**
 * What all routes have in common that log a user in. Appwrite 1.9: the entry in the log is the user's, and of more
 * sessions than the project allows the oldest end. (The real server does that a moment after its answer.)
 */
export function logIn(call: Call, user: User, made: NewSession): SessionAnswer {
  call.reply.actsAs(user)
  endOldestSessions(call, user)
  return handOverSession(call, made)
}

function endOldestSessions({ project: { settings, database } }: Call, user: User): void {
  if (settings.maxSessions === 0) return
  const sessions = database.sessions.all("userId", user.$id)
  for (const session of sessions.slice(0, -settings.maxSessions)) database.sessions.remove(session)
}

/**
 * Appwrite 1.9: tells users by mail of every login but the first, where the project wants it.
 * To be called when the session is stored.
 */
export function alertOfSession(call: Call, user: User): void {
  const { settings, database } = call.project
  if (!settings.sessionAlerts || !user.email) return
  if (database.sessions.all("userId", user.$id).length === 1) return
  sendMessage(call, {
    kind: "sessionAlert",
    channel: "email",
    recipient: user.email,
    userId: user.$id,
    secret: "",
    link: "",
  })
}
