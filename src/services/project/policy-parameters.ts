import { asSecret } from "../../validators/as-secret.ts"
import { strictBoolean } from "../../validators/boolean.ts"
import { digits } from "../../validators/digits.ts"
import { range } from "../../validators/integer.ts"
import { orNull } from "../../validators/or-null.ts"
import { phone } from "../../validators/phone.ts"

/** Appwrite 1.9: how many passwords, sessions or users; `null` is no limit. */
export const policyLimit = orNull(range(1, 5000))

/** Appwrite 1.9: the lifetime of a session in seconds. */
export const sessionDuration = range(5, 31_536_000)

/** Appwrite 1.9: what a policy of password strength can ask for. */
export const strengthRules = {
  min: range(8, 256),
  uppercase: strictBoolean,
  lowercase: strictBoolean,
  number: strictBoolean,
  symbols: strictBoolean,
} as const

/** Appwrite 1.9: a mock phone and the code that always logs in with it. */
export const mockPhoneRules = { number: phone(), otp: asSecret(digits(6)) } as const
