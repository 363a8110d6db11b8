import { compareCookies } from "./compare-cookie.ts"
import { compareKnown } from "./compare-identifier.ts"
import { compareString } from "./compare-string.ts"
import type { Comparison, Difference, Position, Verdict } from "./comparison.ts"
import { isJsonObject, parseJson } from "./json-value.ts"
import type { Answer } from "./transcript.ts"

/** The headers of an answer that recordings hold, `set-cookie` apart. */
export const comparedHeaders = [
  "content-type",
  "cache-control",
  "access-control-allow-credentials",
  "access-control-allow-origin",
  "x-fallback-cookies",
] as const

const inCookie: Position = { member: "cookie", owner: undefined }

/** Compares the headers of interest of two answers; one that the recording lacks must be absent. */
export function compareHeaders(
  recorded: Answer,
  given: Answer,
  comparison: Comparison,
): readonly Difference[] {
  return [...compareCookieLists(recorded, given, comparison), ...compareOthers(recorded, given, comparison)]
}

function compareOthers(recorded: Answer, given: Answer, comparison: Comparison): readonly Difference[] {
  return comparedHeaders.flatMap((name) => {
    const before = recorded.headers[name]
    const now = given.headers[name]
    const reason = compareHeader(name, before, now, comparison)
    return reason === undefined ? [] : [{ path: `headers.${name}`, recorded: before, given: now, reason }]
  })
}

function compareHeader(
  name: (typeof comparedHeaders)[number],
  recorded: string | undefined,
  given: string | undefined,
  comparison: Comparison,
): Verdict {
  if (recorded === undefined || given === undefined) {
    if (recorded === given) return undefined
    return given === undefined ? "is missing" : "is not in the recording"
  }
  return name === "x-fallback-cookies"
    ? compareFallbackCookies(recorded, given, comparison)
    : compareKnown(recorded, given, comparison)
}

// Appwrite 1.9: JSON of the session cookie's name and value, or `[]` after a logout.
function compareFallbackCookies(recorded: string, given: string, comparison: Comparison): Verdict {
  const before = parseJson(recorded)
  const now = parseJson(given)
  if (!isJsonObject(before) || !isJsonObject(now)) return recorded === given ? undefined : "differs"
  const names = Object.keys(before)
  const givenNames = Object.keys(now)
  if (names.length !== givenNames.length) return `has ${givenNames.length} cookies, not ${names.length}`
  for (const [index, name] of names.entries()) {
    const givenName = givenNames[index] ?? ""
    const value = before[name]
    const givenValue = now[givenName]
    if (typeof value !== "string" || typeof givenValue !== "string") return "holds something that is no text"
    const verdict =
      compareKnown(name, givenName, comparison) ?? compareString(value, givenValue, inCookie, comparison)
    if (verdict !== undefined) return `cookie ${givenName} ${verdict}`
  }
  const isCompact = JSON.stringify(before) === recorded
  return isCompact && JSON.stringify(now) !== given ? "is not compact JSON" : undefined
}

function compareCookieLists(recorded: Answer, given: Answer, comparison: Comparison): readonly Difference[] {
  const count = Math.max(recorded.cookies.length, given.cookies.length)
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const before = recorded.cookies[index]
    const now = given.cookies[index]
    const reason = compareOptionalCookies(before, now, comparison)
    const path = `cookies[${index}]`
    return reason === undefined ? [] : [{ path, recorded: before, given: now, reason }]
  })
}

function compareOptionalCookies(
  recorded: string | undefined,
  given: string | undefined,
  comparison: Comparison,
): Verdict {
  if (recorded === undefined) return "is not in the recording"
  return given === undefined ? "is missing" : compareCookies(recorded, given, comparison)
}
