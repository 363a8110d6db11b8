import { isEmpty } from "../php/empty.ts"

/** The two sides of an email address, in small letters. */
export interface Address {
  readonly local: string
  readonly domain: string
}

/** What PHP's `trim` takes off: fewer characters than JavaScript's. */
const TRIMMED = /^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g

/**
 * Splits an email address, trimmed and in small letters, at its one `@`. Says nothing of the form of either side.
 *
 * Appwrite 1.9: a side that PHP takes for empty makes it no address; `0` is such a one.
 * @returns `null` without exactly one `@`, or with an empty side.
 */
export function parseAddress(text: string): Address | null {
  const [local, domain, ...more] = text.replace(TRIMMED, "").toLowerCase().split("@")
  if (local === undefined || domain === undefined || more.length > 0) return null
  return isEmpty(local) || isEmpty(domain) ? null : { local, domain }
}

/** The address as text. */
export function formatAddress({ local, domain }: Address): string {
  return `${local}@${domain}`
}
