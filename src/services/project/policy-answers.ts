import type { PolicyAnswer } from "../../models/policy.ts"
import type { Settings } from "../../project/settings.ts"

/** Appwrite 1.9: the policies, in the order of their list, and what each shows of the settings. */
const policies = {
  "password-dictionary": ({ passwordDictionary }) => ({ enabled: passwordDictionary }),
  "password-history": ({ passwordHistory }) => ({ total: passwordHistory }),
  "password-strength": ({ passwordStrength }) => ({ ...passwordStrength }),
  "password-personal-data": ({ personalDataCheck }) => ({ enabled: personalDataCheck }),
  "session-alert": ({ sessionAlerts }) => ({ enabled: sessionAlerts }),
  "session-duration": ({ sessionDuration }) => ({ duration: sessionDuration }),
  "session-invalidation": ({ invalidateSessions }) => ({ enabled: invalidateSessions }),
  "session-limit": ({ maxSessions }) => ({ total: maxSessions }),
  "user-limit": ({ userLimit }) => ({ total: userLimit }),
  "membership-privacy": ({ membershipPrivacy }) => ({ ...membershipPrivacy }),
} as const satisfies Readonly<Record<string, (settings: Settings) => PolicyAnswer["values"]>>

/** The name of a policy. */
export type PolicyId = keyof typeof policies

const isPolicyId = (text: string): text is PolicyId => Object.hasOwn(policies, text)

/** All policies, in the order of their list. */
export const POLICY_IDS: readonly PolicyId[] = Object.keys(policies).filter(isPolicyId)

/** A policy as answers show it. */
export function policyAnswer(settings: Settings, $id: PolicyId): PolicyAnswer {
  return { $id, values: policies[$id](settings) }
}
