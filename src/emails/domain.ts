import { isAddressLiteral } from "./address-literal.ts"

/** At most 63 letters, digits and hyphens, with no hyphen at either end. */
const REST_OF_LABEL = "(?:[a-z0-9-]{0,61}[a-z0-9])?"

/**
 * Appwrite 1.9: two labels at least, so `localhost` is none; the last one must not begin with a digit, so that no bare IP
 * address passes.
 */
const DOMAIN_NAME = new RegExp(`^(?:[a-z0-9]${REST_OF_LABEL}\\.)+[a-z]${REST_OF_LABEL}$`)

/** Whether PHP's email filter takes the text, in small letters, as what stands behind the `@`. */
export function isDomain(text: string): boolean {
  return DOMAIN_NAME.test(text) || isAddressLiteral(text)
}
