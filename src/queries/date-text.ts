import { DATE_TOKENS, type DateParts } from "./date-tokens.ts"

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * The moment that a text stands for to PHP's `DateTime`, with UTC as the server's own zone. Understood are the usual
 * forms (ISO 8601, RFC 2822, American and German dates, English names of months, offsets, `+1 day`), not all of PHP's.
 *
 * @param now milliseconds since the epoch: what the text leaves open is taken from there
 * @returns milliseconds since the epoch; `undefined` if the text is no date
 */
export function parseDateText(text: string, now: number): number | undefined {
  const parts: DateParts = {
    date: undefined,
    year: undefined,
    time: undefined,
    zone: undefined,
    later: { months: 0, milliseconds: 0 },
  }
  let at = 0
  while (at < text.length) {
    const length = takeToken(text, at, parts)
    if (length === undefined) return undefined
    at += length
  }
  return resolve(parts, now)
}

/** Takes in the token that begins at `at`; its length, or `undefined` if there is none. */
function takeToken(text: string, at: number, parts: DateParts): number | undefined {
  for (const [form, take] of DATE_TOKENS) {
    form.lastIndex = at
    const match = form.exec(text)
    if (match !== null) return take(parts, match) ? match[0].length : undefined
  }
  return undefined
}

function resolve({ date, year, time, zone = 0, later }: DateParts, now: number): number {
  const present = new Date(now)
  const [y, m, d] = date ?? [present.getUTCFullYear(), present.getUTCMonth() + 1, present.getUTCDate()]
  // A date without a time means midnight; without a date the time goes on as it is.
  const timeOfDay = time ?? (date === undefined ? ((now % DAY) + DAY) % DAY : 0)
  const day = new Date(0).setUTCFullYear(year ?? y, m - 1 + later.months, d)
  return day + timeOfDay - zone * MINUTE + later.milliseconds
}
