import { detectDevice } from "../devices/detect.ts"
import type { Call } from "../endpoint.ts"
import type { SessionAnswer } from "../models/session.ts"
import type { Database } from "../project/database.ts"
import type { Factor, Session } from "../project/records/session.ts"
import type { User } from "../project/records/user.ts"
import { isInCopy } from "./copied-user.ts"
import { hashSecret, sessionSecret } from "./secrets.ts"

/** What differs between the ways to log in. */
export interface Login {
  readonly provider: string
  readonly providerUid: string | null
  readonly factors: readonly Factor[]
  readonly unseen?: true
}

/** A session that was just made, with the secret that is told only now. */
export interface NewSession {
  readonly session: Session
  readonly secret: string
}

/** Appwrite 1.9: the sessions of a user that are loaded with it. */
const MOST_SESSIONS = 1000

/** Local addresses are not located. */
export const UNKNOWN_COUNTRY = { countryCode: "--", countryName: "Unknown" } as const

/**
 * Prepares a session for the caller's device.
 * @param secretLength in characters, where it is not the usual one.
 * @returns stores it; to be called in the action's transaction.
 */
export async function prepareSession(
  { world, project, request }: Call,
  login: Login,
  secretLength?: number,
): Promise<(user: User) => NewSession> {
  const device = await detectDevice(request.userAgent)
  return (user) => {
    const now = world.clock.now()
    const secret = sessionSecret(world.randomness, secretLength)
    const session = project.database.sessions.insert(($sequence) => ({
      $sequence,
      $id: world.uniqueId(),
      $createdAt: now,
      $updatedAt: now,
      userId: user.$id,
      ...login,
      providerAccessToken: null,
      providerAccessTokenExpiry: null,
      providerRefreshToken: null,
      secret: hashSecret(secret),
      expire: now + project.settings.sessionDuration * 1000,
      ip: request.ip,
      countryCode: UNKNOWN_COUNTRY.countryCode,
      mfaUpdatedAt: null,
      ...device,
    }))
    return { session, secret }
  }
}

/** A session as answers show it; its secret as it is stored. */
export function sessionAnswer(session: Session, current: boolean): SessionAnswer {
  return { ...session, countryName: UNKNOWN_COUNTRY.countryName, current }
}

/** The sessions of a user that are loaded with it, in order of creation. */
export function sessionsOf({ sessions }: Database, { $id }: User): Session[] {
  return sessions.all("userId", $id).filter(isInCopy).slice(0, MOST_SESSIONS)
}

/** Ends all sessions of a user. */
export function deleteSessions({ sessions }: Database, user: User): void {
  for (const session of sessions.all("userId", user.$id).filter(isInCopy)) sessions.remove(session)
}

/** Appwrite 1.9: the push targets of a device whose user logs out. */
export function deletePushTargets({ targets }: Database, { $id, userId }: Session): void {
  for (const target of targets.all("userId", userId)) if (target.sessionId === $id) targets.remove(target)
}
