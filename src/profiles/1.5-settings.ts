import type { Settings } from "../project/settings.ts"
import { settings19 } from "./1.9-settings.ts"

/**
 * Appwrite 1.5: the settings of a new project: ten sessions for each user, which outlive a change of the password, and
 * members of a team who know of each other what there is to know.
 */
export const settings15: Settings = {
  ...settings19,
  invalidateSessions: false,
  maxSessions: 10,
  membershipPrivacy: {
    userId: true,
    userEmail: true,
    userPhone: true,
    userName: true,
    userMFA: true,
    userAccessedAt: true,
  },
}
