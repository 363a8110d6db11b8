import type { Settings } from "../project/settings.ts"
import {
  mockPhoneRules,
  policyLimit,
  sessionDuration,
  strengthRules,
} from "../services/project/policy-parameters.ts"
import { strictBoolean } from "../validators/boolean.ts"
import { list } from "./shapes/list.ts"
import { member, object } from "./shapes/object.ts"
import type { Read } from "./shapes/shape.ts"
import { value } from "./shapes/value.ts"

const flag = value(strictBoolean)

const strengthShape = object(
  {},
  {
    min: member(value(strengthRules.min), "Least length in bytes."),
    uppercase: member(flag, "Whether passwords need an uppercase letter."),
    lowercase: member(flag, "Whether passwords need a lowercase letter."),
    number: member(flag, "Whether passwords need a number."),
    symbols: member(flag, "Whether passwords need a symbol."),
  },
)

const seen = member(flag, "Whether members see this of each other.")

const privacyShape = object(
  {},
  { userId: seen, userEmail: seen, userPhone: seen, userName: seen, userMFA: seen, userAccessedAt: seen },
)

const allowed = member(flag, "Whether users may log in this way.")

const authMethodsShape = object(
  {},
  {
    emailPassword: allowed,
    usersAuthMagicURL: allowed,
    emailOtp: allowed,
    anonymous: allowed,
    invites: allowed,
    JWT: allowed,
    phone: allowed,
  },
)

const mockPhoneShape = object(
  {
    number: member(value(mockPhoneRules.number), "Number."),
    otp: member(value(mockPhoneRules.otp), "Six digits that always log in with it."),
  },
  {},
)

const limit = value(policyLimit)

/** The policies of a project and its ways to log in. */
export const settingsShape = object(
  {},
  {
    passwordHistory: member(limit, "How many earlier passwords a new one is compared with."),
    passwordDictionary: member(flag, "Whether the common passwords are refused."),
    passwordStrength: member(strengthShape, "What passwords must hold."),
    personalDataCheck: member(flag, "Whether passwords that hold name, email, phone or ID are refused."),
    sessionDuration: member(value(sessionDuration), "Lifetime of a session in seconds."),
    invalidateSessions: member(flag, "Whether a changed password ends the user's sessions."),
    maxSessions: member(limit, "Most sessions that a user keeps."),
    sessionAlerts: member(flag, "Whether users are mailed of logins."),
    userLimit: member(limit, "Most users who may sign up."),
    membershipPrivacy: member(privacyShape, "What members see of each other."),
    authMethods: member(authMethodsShape, "The ways to log in."),
    mockPhones: member(list(mockPhoneShape), "Phones whose login code is fixed."),
  },
)

type ReadSettings = Read<typeof settingsShape>

/**
 * Settings as a seed changes them.
 * @param now milliseconds since the epoch.
 */
export function changedSettings(before: Settings, changes: ReadSettings | undefined, now: number): Settings {
  if (changes === undefined) return before
  const { passwordStrength, membershipPrivacy, authMethods, mockPhones, ...rest } = changes
  const { passwordHistory, maxSessions, userLimit, ...switches } = rest
  return {
    ...before,
    ...said(switches),
    ...said({
      passwordHistory: orOff(passwordHistory),
      maxSessions: orOff(maxSessions),
      userLimit: orOff(userLimit),
    }),
    passwordStrength: { ...before.passwordStrength, ...said(passwordStrength ?? {}) },
    membershipPrivacy: { ...before.membershipPrivacy, ...said(membershipPrivacy ?? {}) },
    authMethods: { ...before.authMethods, ...said(authMethods ?? {}) },
    mockPhones:
      mockPhones?.map((phone) => ({ ...phone, $createdAt: now, $updatedAt: now })) ?? before.mockPhones,
  }
}

/** Appwrite 1.9: `null` is stored as 0. */
const orOff = (limit: number | null | undefined): number | undefined => (limit === null ? 0 : limit)

type Said<T> = { [name in keyof T]?: Exclude<T[name], undefined> }

/** What was said of some members. */
function said<T extends object>(members: T): Said<T> {
  const result: Said<T> = { ...members } as Said<T>
  for (const name in result) if (result[name] === undefined) delete result[name]
  return result
}
