import type { Settings } from "../project/settings.ts"

/** Appwrite 1.9: the settings of a new project. */
export const settings19: Settings = {
  passwordHistory: 0,
  passwordDictionary: false,
  passwordStrength: { min: 8, uppercase: false, lowercase: false, number: false, symbols: false },
  personalDataCheck: false,
  sessionDuration: 31_536_000,
  invalidateSessions: true,
  maxSessions: 0,
  sessionAlerts: false,
  userLimit: 0,
  membershipPrivacy: {
    userId: false,
    userEmail: false,
    userPhone: false,
    userName: false,
    userMFA: false,
    userAccessedAt: false,
  },
  authMethods: {
    emailPassword: true,
    usersAuthMagicURL: true,
    emailOtp: true,
    anonymous: true,
    invites: true,
    JWT: true,
    phone: true,
  },
  mockPhones: [],
}
