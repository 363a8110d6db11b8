import { serverFault } from "../../errors.ts"
import { rawUrlEncode } from "../../php/url-encode.ts"

/** What separates issuer and label, as it is and as it would be encoded. */
const COLONS = [":", "%3A", "%3a"]

/**
 * The URI that an authenticator app reads from a QR code. Appwrite 1.9: issuer and label are encoded as one.
 * @param issuer name of the project.
 * @param label email of the user.
 * @param secret in base32.
 * @throws AppwriteError `general_unknown` for a user without email, and for a colon in one of the names
 */
export function authenticatorUri(issuer: string, label: string | null, secret: string): string {
  if (label === null) throw serverFault("an authenticator needs the user's email as its label")
  if (COLONS.some((colon) => label.includes(colon) || issuer.includes(colon))) {
    throw serverFault("issuer and label of an authenticator must not hold a colon")
  }
  return `otpauth://totp/${rawUrlEncode(`${issuer}:${label}`)}?issuer=${rawUrlEncode(issuer)}&secret=${secret}`
}
