import type { StoredPassword } from "../../passwords/stored.ts"
import type { PhpArray } from "../../php/value.ts"
import type { Document } from "../../store/document.ts"

/** A user as stored. Dates are milliseconds since the epoch. */
export interface User extends Document {
  readonly name: string
  /** `null`: never had one; `""`: cleared, and as unique as any other. */
  readonly email: string | null
  readonly phone: string | null
  /** What is known of the email; `null` without one, or where it can't be told. */
  readonly emailCanonical: string | null
  readonly emailIsFree: boolean | null
  readonly emailIsDisposable: boolean | null
  readonly emailIsCorporate: boolean | null
  readonly emailIsCanonical: boolean | null
  readonly emailVerification: boolean
  readonly phoneVerification: boolean
  readonly status: boolean
  readonly labels: readonly string[]
  readonly storedPassword: StoredPassword
  /** Earlier hashes, oldest first; filled only while the project compares new passwords with them. */
  readonly passwordHistory: readonly string[]
  readonly passwordUpdate: number | null
  readonly registration: number
  readonly accessedAt: number | null
  readonly mfa: boolean
  readonly mfaRecoveryCodes: readonly string[]
  readonly prefs: PhpArray
  readonly impersonator: boolean
}
