import { profileOfVersion } from "../profiles/profiles.ts"
import type { Comparison, Position, Verdict } from "./comparison.ts"
import { type DateText, readDate } from "./date-text.ts"
import { isSameDistance, isSameMoment } from "./timeline.ts"
import { versionOf } from "./transcript.ts"

const second = 1000
const hour = 3600 * second
const day = 24 * hour
const longestLag = 10

/**
 * Compares a date of the server: same form, made in the same step or equally far from it, and unchanged
 * when the same record showed it before.
 */
export function compareDate(
  recorded: DateText,
  given: string,
  position: Position,
  comparison: Comparison,
): Verdict {
  const date = readDate(given)
  if (date === undefined) return "is no date as Appwrite writes it"
  if (date.form !== recorded.form) return `is in the form of the ${date.form}, not of the ${recorded.form}`
  if (!isRightMoment(recorded.ms, date.ms, position, comparison)) {
    return "lies elsewhere relative to the requests"
  }
  return compareWithEarlier(recorded.ms, date.ms, position, comparison)
}

function isRightMoment(
  recorded: number,
  given: number,
  { member }: Position,
  comparison: Comparison,
): boolean {
  const { timeline, step, transcript } = comparison
  // Appwrite 1.9: the dates of usage figures are cut to the hour for the range `24h`, else to the day.
  if (member === "date") {
    const unit = transcript.steps[step]?.query.range === "24h" ? hour : day
    return given % unit === 0 && isSameDistance(timeline, step, recorded, given, unit)
  }
  // Appwrite 1.9 cuts the dates of logs to the second, Appwrite 1.5 does not.
  if (member === "time" && recorded % second === 0) {
    return given % second === 0 && isSameMoment(timeline, recorded, given, { unit: second })
  }
  const late: readonly (string | number | undefined)[] =
    profileOfVersion(versionOf(transcript))?.notedAfterAnswer ?? []
  return isSameMoment(timeline, recorded, given, { lag: late.includes(member) ? longestLag : 0 })
}

function compareWithEarlier(
  recorded: number,
  given: number,
  { member, owner }: Position,
  { dates }: Comparison,
): Verdict {
  if (owner === undefined) return undefined
  const key = JSON.stringify([owner, member, recorded])
  const earlier = dates.get(key)
  dates.set(key, earlier ?? given)
  return earlier === undefined || earlier === given
    ? undefined
    : `was ${new Date(earlier).toISOString()} in an earlier answer`
}
