import { AppwriteError } from "../errors.ts"
import type { CallerRules } from "./caller-rules.ts"

/** Appwrite 1.5: an unknown key counts as none, but none may come with a session. A JWT is all that counts beside it. */
export const callers15: CallerRules = {
  keyRefusal: ({ user }) => (user === undefined ? undefined : new AppwriteError("user_key_and_session_set")),
  jwtLeeway: 10,
  jwtNeedsSession: true,
  ofBoth: (jwtUser) => jwtUser,
  accessedAt: "answer",
}
