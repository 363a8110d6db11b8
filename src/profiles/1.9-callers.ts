import { AppwriteError } from "../errors.ts"
import type { CallerRules } from "./caller-rules.ts"

/** Appwrite 1.9. */
export const callers19: CallerRules = {
  // A key needs the project header, good or not; an unknown one of the standard type is refused, which keys without a
  // type are, too. Unknown keys of other types count as none.
  keyRefusal({ secret, key, projectHeader, projectId }) {
    if (projectHeader !== projectId) return new AppwriteError("project_id_missing")
    if (key !== undefined) return undefined
    const isStandard = !secret.includes("_") || secret.startsWith("standard_")
    return isStandard ? new AppwriteError("user_unauthorized") : undefined
  },
  jwtLeeway: 0,
  jwtNeedsSession: false,
  ofBoth(jwtUser, sessionUser, hasKey) {
    if (jwtUser !== undefined && !hasKey) throw new AppwriteError("user_jwt_and_cookie_set")
    return jwtUser ?? sessionUser
  },
  accessedAt: "arrival",
}
