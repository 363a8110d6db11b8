import type { SessionRules } from "./session-rules.ts"

/** Appwrite 1.5: a session that a server makes has proven nothing, and its secret is not one that clients can show. */
export const sessions15: SessionRules = {
  serverMade: { factors: [], unseen: true },
  serverSecret: (_userId, secret) => secret,
  magicUrlSecretLength: 256,
  fallbackOfEnded: (sessions) => (sessions === 0 ? "" : "[]"),
}
