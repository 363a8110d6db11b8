import { compareDate } from "./compare-date.ts"
import { compareIdentifier, compareKnown, isUniqueId } from "./compare-identifier.ts"
import { compareJwt, isJwt } from "./compare-jwt.ts"
import { argon2Hash, otpauthUri, phpassState, securityPhrase } from "./compare-made-text.ts"
import { compareSecret, isSecretMember } from "./compare-secret.ts"
import { compareSessionSecret, readSessionSecret } from "./compare-session-secret.ts"
import type { Comparison, Position, Verdict } from "./comparison.ts"
import { readDate } from "./date-text.ts"

const madeForms = [argon2Hash, phpassState, securityPhrase, otpauthUri]

/**
 * Compares one string of an answer. A recorded string counts as made by the server when no request held it
 * before and its form or its member says so; then form, distance in time and twin must be right. Every other
 * string must come back as it is, twins put in where it holds any.
 */
export function compareString(
  recorded: string,
  given: string,
  position: Position,
  comparison: Comparison,
): Verdict {
  const { member } = position
  const { sent, twins } = comparison
  if (recorded === "" || given === "") return recorded === given ? undefined : "differs"
  const date = readDate(recorded)
  const isKnown = twins.of(recorded) !== undefined
  const isOwn = sent.has(recorded) && !isKnown
  if (date !== undefined && !isOwn) {
    twins.note(recorded, given)
    return compareDate(date, given, position, comparison)
  }
  if (!isOwn && isJwt(recorded)) return compareJwt(recorded, given, comparison)
  if (isOwn || isKnown) return compareKnown(recorded, given, comparison)
  if (isUniqueId(recorded)) return compareIdentifier(recorded, given, comparison)
  if (readSessionSecret(recorded) !== undefined) return compareSessionSecret(recorded, given, comparison)
  const form = madeForms.find(({ is }) => is(recorded, member))
  if (form !== undefined) return form.compare(recorded, given, comparison)
  return isSecretMember(member)
    ? compareSecret(recorded, given, member, comparison)
    : compareKnown(recorded, given, comparison)
}
