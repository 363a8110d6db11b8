import type { Settings } from "../project/settings.ts"
import { object } from "./shapes/object.ts"
import { flag, listOf, moment, text, whole } from "./shapes/plain.ts"
import type { Shape } from "./shapes/shape.ts"

/** The settings of a project. It follows their type: what is missing or too much does not compile. */
export const settings: Shape<Settings> = object({
  passwordHistory: whole,
  passwordDictionary: flag,
  passwordStrength: object({ min: whole, uppercase: flag, lowercase: flag, number: flag, symbols: flag }),
  personalDataCheck: flag,
  sessionDuration: whole,
  invalidateSessions: flag,
  maxSessions: whole,
  sessionAlerts: flag,
  userLimit: whole,
  membershipPrivacy: object({
    userId: flag,
    userEmail: flag,
    userPhone: flag,
    userName: flag,
    userMFA: flag,
    userAccessedAt: flag,
  }),
  authMethods: object({
    emailPassword: flag,
    usersAuthMagicURL: flag,
    emailOtp: flag,
    anonymous: flag,
    invites: flag,
    JWT: flag,
    phone: flag,
  }),
  mockPhones: listOf(object({ number: text, otp: text, $createdAt: moment, $updatedAt: moment })),
})
