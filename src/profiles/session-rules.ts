import type { Session } from "../project/records/session.ts"

/** What a version does about sessions. */
export interface SessionRules {
  /** What a session has proven that a server made, and whether it is seen at once. */
  readonly serverMade: Pick<Session, "factors" | "unseen">
  /** How an API key is told the secret of a session that it made. */
  serverSecret(userId: string, secret: string): string
  /** Hexadecimal characters of the secret of a session that the route of magic URLs makes. */
  readonly magicUrlSecretLength: number
  /** `X-Fallback-Cookies` where several sessions end. */
  fallbackOfEnded(sessions: number): string
}
