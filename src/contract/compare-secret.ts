import { pairUp } from "./compare-identifier.ts"
import type { Comparison, Verdict } from "./comparison.ts"
import { isPath } from "./request-path.ts"

const alphabets = {
  "decimal digits": /^[0-9]*$/,
  "hexadecimal digits": /^[0-9a-f]*$/,
  base32: /^[A-Z2-7]*$/,
  "letters and digits": /^[A-Za-z0-9]*$/,
}

type Alphabet = keyof typeof alphabets

// Appwrite 1.9 begins the secret of a stored API key with its kind.
const prefixes = /^(?:standard_|dynamic_)?/

/**
 * Whether a member holds secrets that the server makes: of tokens, sessions, keys and authenticators, and
 * recovery codes.
 */
export function isSecretMember(member: string): boolean {
  return member === "secret" || member === "recoveryCodes"
}

/** Compares secrets by length and alphabet, and remembers them as twins. */
export function compareSecret(
  recorded: string,
  given: string,
  member: string,
  comparison: Comparison,
): Verdict {
  const prefix = prefixes.exec(recorded)?.[0] ?? ""
  if (!given.startsWith(prefix)) return `must begin with ${prefix}`
  const alphabet = alphabetOf(recorded.slice(prefix.length), member, comparison)
  if (alphabet === undefined) return recorded === given ? undefined : "differs"
  if (given.length !== recorded.length) {
    return `has ${given.length} characters, not ${recorded.length}`
  }
  if (!alphabets[alphabet].test(given.slice(prefix.length))) return `is not made of ${alphabet} only`
  return pairUp(recorded, given, comparison)
}

function alphabetOf(recorded: string, member: string, comparison: Comparison): Alphabet | undefined {
  // A short hexadecimal secret can happen to have no letter, so that only its place tells it from a one-time
  // code of Appwrite, which is six decimal digits.
  if (/^[0-9]{6}$/.test(recorded) && member === "secret" && !isUserToken(comparison)) return "decimal digits"
  if (alphabets["hexadecimal digits"].test(recorded)) return "hexadecimal digits"
  if (alphabets.base32.test(recorded)) return "base32"
  return alphabets["letters and digits"].test(recorded) ? "letters and digits" : undefined
}

function isUserToken({ transcript, step }: Comparison): boolean {
  return isPath(transcript.steps[step]?.path ?? "", "/users/*/tokens")
}
