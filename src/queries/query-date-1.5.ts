import { parseDateText } from "./date-text.ts"

const LATEST_YEAR = 9999

/** Appwrite 1.5: dates that every document has. Queries for them reach the database as they were sent. */
const UNCONVERTED: ReadonlySet<string> = new Set(["$createdAt", "$updatedAt"])

/** MariaDB takes any sign between the numbers of a date, and years of two digits. */
const DATABASE_DATE =
  /^\s*(\d{4}|\d{2})[^\w\s](\d{1,2})[^\w\s](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?)?/

/**
 * The moment that a query's value stands for under a date attribute.
 *
 * Appwrite 1.5: every text that PHP's `DateTime` reads, if the number that it begins with is no later year than 9999.
 *
 * @param now milliseconds since the epoch: what the text leaves open is taken from there
 * @returns milliseconds since the epoch; `undefined` if the value is refused
 */
export function queryDate15(text: string, now: number, attribute: string): number | undefined {
  const [, year = "0"] = /^\s*([+-]?\d+)/.exec(text.split("-", 1)[0] ?? "") ?? []
  if (text === "" || text === "0" || Number(year) > LATEST_YEAR) return undefined
  const date = parseDateText(text, now)
  return date !== undefined && UNCONVERTED.has(attribute) ? databaseDate(text) : date
}

/** What MariaDB makes of a text: it passes over the zone, and what it can't read lies before all dates. */
function databaseDate(text: string): number {
  const [match, y = "", m, d, hour = 0, minute = 0, second = 0, fraction = ""] =
    DATABASE_DATE.exec(text) ?? []
  if (match === undefined) return Number.NEGATIVE_INFINITY
  const year = y.length === 4 ? Number(y) : Number(y) + (Number(y) < 70 ? 2000 : 1900)
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"))
  const day = new Date(0).setUTCFullYear(year, Number(m) - 1, Number(d))
  return day + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds
}
