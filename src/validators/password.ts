import { isCommonPassword } from "../common-passwords/common-passwords.ts"
import type { PasswordStrength } from "../project/settings.ts"
import { type Checked, Refusal, type Validator } from "./validator.ts"

const LONGEST = 256
const LEAST = 8

const passwordSample = (mayBeEmpty: boolean) =>
  ({ kind: "password", min: LEAST, max: LONGEST, mayBeEmpty }) as const

const bytes = (text: string): number => Buffer.byteLength(text)

const lengthRefusal = new Refusal(`Password must be between ${LEAST} and ${LONGEST} characters long.`)

/** Appwrite 1.9: a password or hash that is only looked at for its length: 8 to 256 bytes. */
export function password(): Validator<string> {
  return {
    sample: passwordSample(false),
    isSecret: true,
    check: (value) =>
      typeof value === "string" && bytes(value) >= LEAST && bytes(value) <= LONGEST ? value : lengthRefusal,
  }
}

/** What the strength policy may ask for, with its name in the message and its pattern. */
const STRENGTH_RULES = [
  { rule: "uppercase", name: "an uppercase letter", pattern: /[A-Z]/ },
  { rule: "lowercase", name: "a lowercase letter", pattern: /[a-z]/ },
  { rule: "number", name: "a number", pattern: /\d/ },
  { rule: "symbols", name: "a symbol", pattern: /[^\p{L}\p{N}\s]/u },
] as const

function isStrong(text: string, strength: PasswordStrength): boolean {
  const length = bytes(text)
  return (
    length >= strength.min &&
    length <= LONGEST &&
    STRENGTH_RULES.every(({ rule, pattern }) => !strength[rule] || pattern.test(text))
  )
}

function strengthMessage(strength: PasswordStrength): string {
  const asked = STRENGTH_RULES.filter(({ rule }) => strength[rule]).map(({ name }) => `, include ${name}`)
  return `Password must be between ${strength.min} and ${LONGEST} characters long${asked.join("")}.`
}

// 265 is the real server's own slip.
const dictionaryRefusal = new Refusal(
  "Password must be between 8 and 265 characters long, and should not be one of the commonly used password.",
)

/**
 * Appwrite 1.9: a new password in plain text: first the project's strength policy, then the dictionary of common
 * passwords, if the project uses it.
 */
export function newPassword(): Validator<string> {
  return {
    sample: passwordSample(false),
    isSecret: true,
    check: (value, { settings }): Checked<string> | Promise<Checked<string>> => {
      if (typeof value !== "string" || !isStrong(value, settings.passwordStrength)) {
        return new Refusal(strengthMessage(settings.passwordStrength))
      }
      // The dictionary's own length check comes with it even where the strength policy allows less.
      if (bytes(value) < LEAST) return dictionaryRefusal
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
