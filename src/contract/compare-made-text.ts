import { compareKnown, pairUp } from "./compare-identifier.ts"
import { compareSecret } from "./compare-secret.ts"
import type { Comparison, Verdict } from "./comparison.ts"
import { isSameMoment } from "./timeline.ts"

/** A form of text that servers make, apart from IDs, dates and secrets; each tells itself by its looks. */
export interface MadeForm {
  readonly is: (recorded: string, member: string) => boolean
  readonly compare: (recorded: string, given: string, comparison: Comparison) => Verdict
}

const argon2 = /^(\$argon2id?\$v=\d+\$m=\d+,t=\d+,p=\d+\$)([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/**
 * A password's Argon2 hash: kind, version and cost as recorded, salt and hash of the same length. A target that says
 * what it spends instead must spend just that.
 */
export const argon2Hash: MadeForm = {
  is: (recorded, member) => member === "password" && argon2.test(recorded),
  compare(recorded, given, comparison) {
    const [, recordedParameters = "", salt = "", hash = ""] = argon2.exec(recorded) ?? []
    const parameters = withCost(recordedParameters, comparison.argon2Cost)
    const [, givenParameters, givenSalt = "", givenHash = ""] = argon2.exec(given) ?? []
    if (givenParameters === undefined) return "is no Argon2 hash"
    if (parameters !== givenParameters) return `has not the parameters ${parameters}`
    if (salt.length !== givenSalt.length) return "has a salt of another length"
    if (hash.length !== givenHash.length) return "has a hash of another length"
    return pairUp(recorded, given, comparison)
  },
}

function withCost(parameters: string, cost: string | undefined): string {
  return cost === undefined ? parameters : parameters.replace(/m=\d+,t=\d+,p=\d+/, cost)
}

const microtime = /^0\.(\d{3})\d{5} (\d{10})\d+$/

/** The `random_state` of an imported PHPass hash: PHP's microtime() and the number of the process. */
export const phpassState: MadeForm = {
  is: (recorded, member) => member === "random_state" && microtime.test(recorded),
  compare(recorded, given, comparison) {
    const before = readMicrotime(recorded)
    const now = readMicrotime(given)
    if (before === undefined || now === undefined) return "is no microtime with the number of a process"
    if (!isSameMoment(comparison.timeline, before, now)) return "lies elsewhere relative to the requests"
    return pairUp(recorded, given, comparison)
  },
}

function readMicrotime(text: string): number | undefined {
  const [, ms, seconds] = microtime.exec(text) ?? []
  return ms === undefined || seconds === undefined ? undefined : Number(seconds) * 1000 + Number(ms)
}

const phrase = /^[A-Z][a-z-]+ [a-z-]+$/

/** The security phrase of an email token: an adjective and a noun. */
export const securityPhrase: MadeForm = {
  is: (recorded, member) => member === "phrase" && phrase.test(recorded),
  compare: (_, given) => (phrase.test(given) ? undefined : "is not two words, the first in upper case"),
}

const otpauth = /^(otpauth:\/\/.*[?&]secret=)([A-Z2-7]+)(.*)$/

/** The URI of an authenticator: all as recorded but for its secret. */
export const otpauthUri: MadeForm = {
  is: (recorded) => otpauth.test(recorded),
  compare(recorded, given, comparison) {
    const [, before = "", secret = "", after = ""] = otpauth.exec(recorded) ?? []
    const [, givenBefore, givenSecret = "", givenAfter] = otpauth.exec(given) ?? []
    if (givenBefore === undefined || givenAfter === undefined) return "is no otpauth URI with a secret"
    return (
      compareKnown(before, givenBefore, comparison) ??
      compareSecret(secret, givenSecret, "secret", comparison) ??
      compareKnown(after, givenAfter, comparison)
    )
  },
}
