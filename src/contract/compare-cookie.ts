import { compareKnown } from "./compare-identifier.ts"
import { compareString } from "./compare-string.ts"
import type { Comparison, Position, Verdict } from "./comparison.ts"
import { isSameDistance } from "./timeline.ts"

interface CookieText {
  readonly name: string
  readonly value: string
  readonly attributes: readonly string[]
}

const inCookie: Position = { member: "cookie", owner: undefined }

/**
 * Compares two `Set-Cookie` lines: name, value (percent-encoded as recorded), and the attributes in their
 * order; an expiry counts by its distance from the request.
 */
export function compareCookies(recorded: string, given: string, comparison: Comparison): Verdict {
  const before = readCookie(recorded)
  const now = readCookie(given)
  const name = compareKnown(before.name, now.name, comparison)
  if (name !== undefined) return `name ${name}`
  const value = compareCookieValues(before.value, now.value, comparison)
  if (value !== undefined) return `value ${value}`
  if (before.attributes.length !== now.attributes.length) {
    return `has ${now.attributes.length} attributes, not ${before.attributes.length}`
  }
  const wrong = before.attributes.findIndex(
    (attribute, index) => !isSameAttribute(attribute, now.attributes[index] ?? "", comparison),
  )
  return wrong === -1 ? undefined : `attribute ${JSON.stringify(now.attributes[wrong])} is wrong`
}

function readCookie(line: string): CookieText {
  const [pair = "", ...attributes] = line.split("; ")
  const end = pair.indexOf("=")
  return { name: pair.slice(0, end), value: pair.slice(end + 1), attributes }
}

function compareCookieValues(recorded: string, given: string, comparison: Comparison): Verdict {
  const before = percentDecode(recorded)
  const now = percentDecode(given)
  if (before === undefined || now === undefined) return recorded === given ? undefined : "differs"
  const isEncoded = encodeURIComponent(before) === recorded
  if (isEncoded && encodeURIComponent(now) !== given) return "is not percent-encoded"
  return compareString(before, now, inCookie, comparison)
}

function percentDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const expiry = /^expires=(.*)$/i

function isSameAttribute(recorded: string, given: string, { timeline, step }: Comparison): boolean {
  if (recorded === given && !expiry.test(recorded)) return true
  const before = readExpiry(recorded)
  const now = readExpiry(given)
  if (before === undefined || now === undefined) return recorded === given
  // A cookie that is taken back expires at a fixed moment of the past.
  const isFixed = before < second * second
  return isFixed ? before === now : isSameDistance(timeline, step, before, now, second)
}

const second = 1000

/** Reads `expires=Tue, 23-Nov-2027 08:50:28 GMT`; undefined for other forms, wrong weekdays included. */
function readExpiry(attribute: string): number | undefined {
  const text = expiry.exec(attribute)?.[1]
  const ms = text === undefined ? Number.NaN : Date.parse(text.replaceAll("-", " "))
  if (Number.isNaN(ms)) return undefined
  const [weekday, day, month, year, time, zone] = new Date(ms).toUTCString().split(" ")
  return `expires=${weekday} ${day}-${month}-${year} ${time} ${zone}` === attribute ? ms : undefined
}
