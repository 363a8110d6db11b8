import type { Session } from "../project/records/session.ts"
import { deviceMembers } from "./device.ts"
import { date, flag, secret, text, texts } from "./members.ts"
import { listModel, model, since } from "./model.ts"

/** A session as an answer shows it. */
export interface SessionAnswer extends Omit<Session, "expire" | "mfaUpdatedAt"> {
  readonly expire: number | string
  readonly mfaUpdatedAt: number | string | null
  readonly countryName: string
  /** Whether it is the session of the request. */
  readonly current: boolean
}

/** Appwrite 1.9: Session. */
export const session = model<SessionAnswer>("session", {
  $id: text,
  $createdAt: date,
  $updatedAt: date,
  userId: text,
  expire: date,
  provider: text,
  providerUid: text,
  providerAccessToken: text,
  providerAccessTokenExpiry: date,
  providerRefreshToken: text,
  ip: text,
  ...deviceMembers,
  current: flag,
  factors: since("1.5.0", texts),
  secret: since("1.5.0", secret),
  mfaUpdatedAt: date,
})

/** Appwrite 1.9: SessionList. */
export const sessionList = listModel("sessions", session)
