/**
 * The six-digit time-based code of a secret (RFC 6238, SHA-1, 30 seconds), as Appwrite checks it.
 *
 * @param secret in base32.
 * @param at milliseconds since the epoch.
 */
export async function totpCode(secret: string, at: number): Promise<string> {
  const { Secret, TOTP } = await import("otpauth")
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
}
