import { formatAddress, parseAddress } from "./address.ts"
import { isDomain } from "./domain.ts"
import { isLocalPart } from "./local-part.ts"

const LONGEST_LOCAL_PART = 64
const LONGEST_ADDRESS = 254
/** The limit that counts every character, also those that the others leave out. */
const LONGEST_TEXT = 320

/**
 * Whether the text is an email address: exactly one `@`, and PHP's `FILTER_VALIDATE_EMAIL` takes it.
 *
 * Appwrite 1.9: the text is trimmed and put in small letters for the check, so ` A@b.co ` is one.
 */
export function isEmail(text: string): boolean {
  const address = parseAddress(text)
  return address !== null && isFilteredEmail(formatAddress(address))
}

/** Whether PHP's `FILTER_VALIDATE_EMAIL` takes the text as it is. */
export function isFilteredEmail(text: string): boolean {
  const at = text.lastIndexOf("@")
  const local = text.slice(0, Math.max(at, 0)).toLowerCase()
  return (
    at !== -1 &&
    text.length <= LONGEST_TEXT &&
    isCountedWithin(text, LONGEST_ADDRESS) &&
    isCountedWithin(local, LONGEST_LOCAL_PART) &&
    isLocalPart(local) &&
    isDomain(text.slice(at + 1).toLowerCase())
  )
}

/** PHP counts no quotes, and an escaped character as one. */
function isCountedWithin(text: string, longest: number): boolean {
  return text.length <= longest || text.replace(/\\[\s\S]/g, "_").replaceAll('"', "").length <= longest
}
