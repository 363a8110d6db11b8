import { callingCodes } from "./calling-codes.ts"

// PHP's `$` also stands before a newline that ends the text.
const INTERNATIONAL = /^\+[1-9]\d{6,14}\n?$/

const LONGEST_CALLING_CODE = 3

/**
 * Whether the text is a phone number: `+` and seven to fifteen digits, which begin with a calling code.
 *
 * Appwrite 1.9: libphonenumber must be able to parse the number as well. Of numbers of this form it only refuses those
 * without a calling code: whether a number of that length or range exists there, parsing does not ask.
 */
export function isPhone(text: string): boolean {
  return hasPhoneForm(text) && beginsWithCallingCode(text.slice(1))
}

/** Whether the text is `+` and seven to fifteen digits. */
export function hasPhoneForm(text: string): boolean {
  return INTERNATIONAL.test(text)
}

function beginsWithCallingCode(digits: string): boolean {
  for (let length = 1; length <= LONGEST_CALLING_CODE; length++) {
    if (callingCodes.has(digits.slice(0, length))) return true
  }
  return false
}
