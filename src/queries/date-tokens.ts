/** What a text has said so far. */
export interface DateParts {
  date: readonly [year: number, month: number, day: number] | undefined
  /** A year that stands alone: month, day and time are those of now. */
  year: number | undefined
  /** Milliseconds of the day. */
  time: number | undefined
  /** Minutes east of Greenwich. */
  zone: number | undefined
  /** What has to be added in the end. */
  readonly later: { months: number; milliseconds: number }
}

/** Takes a token in; `false` if the text says something twice, or something impossible. */
export type TakeToken = (parts: DateParts, groups: readonly (string | undefined)[]) => boolean

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS: Readonly<Record<string, number>> = {
  sec: SECOND,
  min: MINUTE,
  hou: HOUR,
  day: DAY,
  wee: 7 * DAY,
}
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const Y = "(\\d{4})"
const M = "(1[0-2]|0?\\d)"
const D = "(3[01]|[0-2]?\\d)"
const NTH = "(?:st|nd|rd|th)?"
const NAME = `(${MONTHS.join("|")})[a-z]*`

const key = (name = ""): string => name.toLowerCase().slice(0, 3)
const monthNumber = (text = ""): number => Number(text) || MONTHS.indexOf(key(text)) + 1

/** A date whose groups come in this order. */
function dateToken(source: string, order: "ymd" | "mdy" | "dmy" | "ym" | "my"): readonly [RegExp, TakeToken] {
  return token(source, (parts, groups) => {
    const said = (letter: string): string | undefined => groups[order.indexOf(letter) + 1]
    if (parts.date !== undefined) return false
    parts.date = [Number(said("y")), monthNumber(said("m")), order.includes("d") ? Number(said("d")) : 1]
    return true
  })
}

function token(source: string, take: TakeToken): readonly [RegExp, TakeToken] {
  return [new RegExp(source, "iy"), take]
}

function setTime(parts: DateParts, hour: number, minute: number, second = 0, fraction = ""): boolean {
  if (parts.time !== undefined) return false
  parts.time = hour * HOUR + minute * MINUTE + second * SECOND + Number(fraction.slice(0, 3).padEnd(3, "0"))
  return true
}

function setZone(parts: DateParts, minutes: number): boolean {
  if (parts.zone !== undefined) return false
  parts.zone = minutes
  return true
}

/** Midnight of a day so far from today. */
function setDay(parts: DateParts, distance: number): boolean {
  parts.later.milliseconds += distance
  return setTime(parts, 0, 0)
}

/** The forms of PHP's dates that are understood; of those that fit, the first one is taken. */
export const DATE_TOKENS: readonly (readonly [RegExp, TakeToken])[] = [
  token("[\\s,]+", () => true),
  dateToken(`${Y}-${M}-${D}(?!\\d)`, "ymd"),
  dateToken(`${Y}/${M}/${D}(?!\\d)`, "ymd"),
  dateToken(`${M}/${D}/${Y}(?!\\d)`, "mdy"),
  dateToken(`${D}[-.]${M}[-.]${Y}(?!\\d)`, "dmy"),
  dateToken(`${Y}-${M}(?![\\d-])`, "ym"),
  dateToken(`${Y}-${NAME}-${D}(?!\\d)`, "ymd"),
  dateToken(`${D}${NTH}[ \\t.-]*${NAME}[ \\t.,-]*${Y}(?![\\d:])`, "dmy"),
  dateToken(`${NAME}[ \\t.-]*${D}${NTH}[ \\t.,]+${Y}(?![\\d:])`, "mdy"),
  dateToken(`${NAME}[ \\t.-]*${Y}(?![\\d:])`, "my"),
  token(
    "(1[0-2]|0?[1-9])(?::([0-5]\\d))?(?::([0-5]\\d))?[ \\t]*([ap])\\.?m\\b\\.?",
    (parts, [, h, m, s, half]) =>
      setTime(
        parts,
        (Number(h) % 12) + (half?.toLowerCase() === "p" ? 12 : 0),
        Number(m ?? 0),
        Number(s ?? 0),
      ),
  ),
  token(
    "t?(2[0-4]|[01]?\\d):([0-5]?\\d)(?::(60|[0-5]?\\d)(?:[.,](\\d+))?)?(?!\\d)",
    (parts, [, h, m, s, f]) => setTime(parts, Number(h), Number(m), Number(s ?? 0), f),
  ),
  token("([+-]?\\d+)\\s*(sec|min|hour|day|week)[a-z]*", ({ later }, [, amount, unit]) => {
    later.milliseconds += Number(amount) * (UNITS[key(unit)] ?? 0)
    return true
  }),
  token("([+-]?\\d+)\\s*(month|year)s?\\b", ({ later }, [, amount, unit]) => {
    later.months += Number(amount) * (key(unit) === "yea" ? 12 : 1)
    return true
  }),
  token("(?:gmt|utc)?([+-])(\\d{1,2}):?([0-5]\\d)?(?!\\d)", (parts, [, sign, h, m]) =>
    setZone(parts, Number(`${sign}1`) * (Number(h) * 60 + Number(m ?? 0))),
  ),
  token("(?:z|utc|gmt)\\b", (parts) => setZone(parts, 0)),
  token("(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?\\b\\.?", () => true),
  token("now\\b", () => true),
  token("(?:today|midnight)\\b", (parts) => setTime(parts, 0, 0)),
  token("tomorrow\\b", (parts) => setDay(parts, DAY)),
  token("yesterday\\b", (parts) => setDay(parts, -DAY)),
  token("noon\\b", (parts) => setTime(parts, 12, 0)),
  // Four digits are a time of the day, if none is known yet and they can be one.
  token(`${Y}(?!\\d)`, (parts, [, digits = ""]) => {
    const [hour, minute] = [Number(digits.slice(0, 2)), Number(digits.slice(2))]
    if (parts.time === undefined && hour <= 24 && minute < 60) return setTime(parts, hour, minute)
    parts.year = Number(digits)
    return true
  }),
]
