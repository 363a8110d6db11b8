import { isAddressLiteral } from "./address-literal.ts"

const LONGEST_LABEL = 63

const LABEL = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/

/** The last label must not begin with a digit, so that no bare IP address passes. */
const LAST_LABEL = /^[a-z]/

/** Whether PHP's email filter takes the text, in small letters, as what stands behind the `@`. */
export function isDomain(text: string): boolean {
  return isDomainName(text) || isAddressLiteral(text)
}

/** Appwrite 1.9: two labels at least, so `localhost` is none. */
function isDomainName(text: string): boolean {
  const labels = text.split(".")
  return (
    labels.length > 1 &&
    labels.every((label) => label.length <= LONGEST_LABEL && LABEL.test(label)) &&
    LAST_LABEL.test(labels.at(-1) ?? "")
  )
}
