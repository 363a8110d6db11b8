import type { PhpValue } from "../php/value.ts"
import type { PasswordStrength, Settings } from "../project/settings.ts"

const LONGEST = 256

/** What the strength policy may ask for, with its name in the message and its pattern. */
const STRENGTH_RULES = [
  { rule: "uppercase", name: "an uppercase letter", pattern: /[A-Z]/ },
  { rule: "lowercase", name: "a lowercase letter", pattern: /[a-z]/ },
  { rule: "number", name: "a number", pattern: /\d/ },
  { rule: "symbols", name: "a symbol", pattern: /[^\p{L}\p{N}\s]/u },
] as const

function isStrong(text: string, strength: PasswordStrength): boolean {
  const length = Buffer.byteLength(text)
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

/**
 * Appwrite 1.9: what the client is told of a new password that the project's strength policy does not take;
 * `undefined` if it does.
 */
export function strengthWeakness(
  value: PhpValue,
  { passwordStrength: strength }: Settings,
): string | undefined {
  return typeof value === "string" && isStrong(value, strength) ? undefined : strengthMessage(strength)
}
