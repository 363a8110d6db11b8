import { isEmpty } from "../php/empty.ts"

/** The two sides of an email address, in small letters. */
export interface Address {
  readonly local: string
  readonly domain: string
}

/** What PHP's `trim` takes off: fewer characters than JavaScript's. */
const BLANKS = " \t\n\r\0\v"

/** A loop, as almost no text has anything to take off, and a regular expression would look at all of it. */
function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && BLANKS.includes(text.charAt(start))) start += 1
  while (end > start && BLANKS.includes(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/**
 * Splits an email address, trimmed and in small letters, at its one `@`. Says nothing of the form of either side.
 *
 * Appwrite 1.9: a side that PHP takes for empty makes it no address; `0` is such a one.
 * @returns `null` without exactly one `@`, or with an empty side.
 */
export function parseAddress(text: string): Address | null {
  const address = trimmed(text).toLowerCase()
  const at = address.indexOf("@")
  if (at === -1 || address.includes("@", at + 1)) return null
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  return isEmpty(local) || isEmpty(domain) ? null : { local, domain }
}

/** The address as text. */
export function formatAddress({ local, domain }: Address): string {
  return `${local}@${domain}`
}
