import { isCommonPassword } from "../common-passwords/common-passwords.ts"
import type { PhpValue } from "../php/value.ts"
import { text } from "./text.ts"
import { type Checked, Refusal, type Validator } from "./validator.ts"

const LONGEST = 256
const LEAST = 8

const passwordSample = (mayBeEmpty: boolean) =>
  ({ kind: "password", min: LEAST, max: LONGEST, mayBeEmpty }) as const

/** Whether a value is as long as passwords may be. */
export function hasPasswordLength(value: PhpValue): value is string {
  if (typeof value !== "string") return false
  const bytes = Buffer.byteLength(value)
  return bytes >= LEAST && bytes <= LONGEST
}

const lengthRefusal = new Refusal(`Password must be between ${LEAST} and ${LONGEST} characters long.`)

/** Appwrite 1.9: a password or hash that is only looked at for its length: 8 to 256 bytes. */
export function password(): Validator<string> {
  return {
    sample: passwordSample(false),
    isSecret: true,
    check: (value) => (hasPasswordLength(value) ? value : lengthRefusal),
  }
}

// 265 is the real server's own slip.
const dictionaryRefusal = new Refusal(
  "Password must be between 8 and 265 characters long, and should not be one of the commonly used password.",
)

/**
 * A new password in plain text: first the project's strength policy, where the version has one, then the dictionary of
 * common passwords, if the project uses it.
 */
export function newPassword(): Validator<string> {
  return {
    sample: passwordSample(false),
    isSecret: true,
    check: (value, { settings, rules }): Checked<string> | Promise<Checked<string>> => {
      const weakness = rules.passwordWeakness(value, settings)
      if (weakness !== undefined) return new Refusal(weakness)
      // The dictionary's own length check comes with it even where the strength policy allows less.
      if (!hasPasswordLength(value)) return dictionaryRefusal
      if (!settings.passwordDictionary) return value
      return isCommonPassword(value).then((common) => (common ? dictionaryRefusal : value))
    },
  }
}

/** A new password that may be cleared with `""`. */
export function newPasswordOrEmpty(): Validator<string> {
  const filled = newPassword()
  return {
    sample: passwordSample(true),
    isSecret: true,
    check: (value, context) => (value === "" ? value : filled.check(value, context)),
  }
}

/** The password that a user has until now. */
export function oldPassword(): Validator<string> {
  const ways = { anyLength: text(256, 0), checked: password() }
  return {
    sample: ways.anyLength.sample,
    isSecret: true,
    check: (value, context) => ways[context.rules.oldPassword].check(value, context),
  }
}
