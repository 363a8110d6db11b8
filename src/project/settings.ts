/** What new plain-text passwords must hold, besides their length. */
export interface PasswordStrength {
  /** Least length in bytes. */
  readonly min: number
  readonly uppercase: boolean
  readonly lowercase: boolean
  readonly number: boolean
  readonly symbols: boolean
}

/** The policies of a project. */
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
}

/** Appwrite 1.9: the settings of a new project. */
export const defaultSettings: Settings = {
  passwordHistory: 0,
  passwordDictionary: false,
  passwordStrength: { min: 8, uppercase: false, lowercase: false, number: false, symbols: false },
  personalDataCheck: false,
  sessionDuration: 31_536_000,
  invalidateSessions: true,
}
