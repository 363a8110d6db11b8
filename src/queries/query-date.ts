import { parseDateText } from "./date-text.ts"

/** Four digits that stand alone: taken as the year. */
const YEAR = /(?<!\d)\d{4}(?!\d)/
const EARLIEST = new Date(0).setUTCFullYear(0, 0, 1)
const LATEST = Date.UTC(9999, 11, 31)

/**
 * The moment that a query's value stands for under a date attribute.
 *
 * Appwrite 1.9: every text that PHP's `DateTime` reads, if it holds a group of exactly four digits and lies between
 * 0000-01-01 and 9999-12-31.
 *
 * @param now milliseconds since the epoch: what the text leaves open is taken from there
 * @returns milliseconds since the epoch; `undefined` if the value is refused
 */
export function queryDate(text: string, now: number): number | undefined {
  if (!YEAR.test(text)) return undefined
  const date = parseDateText(text, now)
  return date !== undefined && date >= EARLIEST && date <= LATEST ? date : undefined
}
