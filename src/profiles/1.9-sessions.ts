import { encodeSecret } from "../services/secrets.ts"
import type { SessionRules } from "./session-rules.ts"

/** Appwrite 1.9. */
export const sessions19: SessionRules = {
  serverMade: { factors: ["server"] },
  serverSecret: encodeSecret,
  magicUrlSecretLength: 64,
  // The header comes once for each session; lines of one name are sent as one.
  fallbackOfEnded: (sessions) => Array.from({ length: sessions }, () => "[]").join(", "),
}
