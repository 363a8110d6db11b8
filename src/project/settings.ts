/** What new plain-text passwords must hold, besides their length. */
export interface PasswordStrength {
  /** Least length in bytes. */
  readonly min: number
  readonly uppercase: boolean
  readonly lowercase: boolean
  readonly number: boolean
  readonly symbols: boolean
}

/** The ways to log in that a project can switch off. */
export type AuthMethod =
  | "emailPassword"
  | "usersAuthMagicURL"
  | "emailOtp"
  | "anonymous"
  | "invites"
  | "JWT"
  | "phone"

/** What clients see of the other members of their teams; API keys see everything. */
export interface MembershipPrivacy {
  readonly userId: boolean
  readonly userEmail: boolean
  readonly userPhone: boolean
  readonly userName: boolean
  readonly userMFA: boolean
  readonly userAccessedAt: boolean
}

/** A phone number whose login code is fixed, and never sent. */
export interface MockPhone {
  readonly number: string
  /** Six digits. */
  readonly otp: string
  /** Milliseconds since the epoch. */
  readonly $createdAt: number
  readonly $updatedAt: number
}

/** The policies of a project and its ways to log in. */
export interface Settings {
  /** How many earlier passwords a new one is compared with; 0 is off. */
  readonly passwordHistory: number
  /** Whether the common passwords are refused. */
  readonly passwordDictionary: boolean
  readonly passwordStrength: PasswordStrength
  /** Whether passwords that hold the user's name, email, phone or ID are refused. */
  readonly personalDataCheck: boolean
  /** Lifetime of a session in seconds. */
  readonly sessionDuration: number
  /** Whether a changed password ends the user's sessions. */
  readonly invalidateSessions: boolean
  /** Most sessions that a user keeps: a further one ends the oldest; 0 is no limit. */
  readonly maxSessions: number
  /** Whether users are mailed when they log in from somewhere new. */
  readonly sessionAlerts: boolean
  /** Most users who may sign up; 0 is no limit. API keys are not limited. */
  readonly userLimit: number
  readonly membershipPrivacy: MembershipPrivacy
  readonly authMethods: Readonly<Record<AuthMethod, boolean>>
  /** In order of creation. */
  readonly mockPhones: readonly MockPhone[]
}
