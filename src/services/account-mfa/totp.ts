import type { Randomness } from "../../store/randomness.ts"

/** What the server has to know of authenticator apps. */
export interface Totp {
  /** A new secret in base32, without padding. */
  newSecret(randomness: Randomness): string
  /**
   * The code that an app with this secret shows.
   * @param at milliseconds since the epoch.
   */
  codeAt(secret: string, at: number): string
}

const SECRET_BYTES = 64

/**
 * Loads what time-based codes take. Appwrite 1.9: six digits by SHA-1, another code every 30 seconds (RFC 6238), from
 * secrets of 64 random bytes.
 */
export async function loadTotp(): Promise<Totp> {
  const { Secret, TOTP } = await import("otpauth")
  return {
    newSecret: (randomness) =>
      new Secret({ buffer: Uint8Array.from(randomness.bytes(SECRET_BYTES)).buffer }).base32,
    codeAt: (secret, at) =>
      new TOTP({ secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: 30 }).generate({
        timestamp: at,
      }),
  }
}
