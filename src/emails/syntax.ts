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
  if (address === null) return false
  const whole = formatAddress(address)
  return (
    whole.length <= LONGEST_TEXT &&
    countedLength(whole) <= LONGEST_ADDRESS &&
    countedLength(address.local) <= LONGEST_LOCAL_PART &&
    isLocalPart(address.local) &&
    isDomain(address.domain)
  )
}

/** PHP counts no quotes, and an escaped character as one. */
function countedLength(text: string): number {
  return text.replace(/\\[\s\S]/g, "_").replaceAll('"', "").length
}
