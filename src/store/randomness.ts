import { randomFillSync } from "node:crypto"

/** The one source of randomness: secrets, IDs, codes and salts come from it. */
export interface Randomness {
  /** `length` random bytes. */
  bytes(length: number): Uint8Array
}

const POOL_SIZE = 4096

/** The system's cryptographic randomness, drawn in blocks: one call for many small requests. */
export function systemRandomness(): Randomness {
  const pool = new Uint8Array(POOL_SIZE)
  let used = POOL_SIZE
  return {
    bytes(length) {
      if (length > POOL_SIZE) return randomFillSync(new Uint8Array(length))
      if (used + length > POOL_SIZE) {
        randomFillSync(pool)
        used = 0
      }
      used += length
      return pool.slice(used - length, used)
    },
  }
}

/** How each byte is written. A Buffer that writes the few bytes of an ID takes several times as long. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"))

/** `length` random lower-case hexadecimal characters. */
export function randomHex(randomness: Randomness, length: number): string {
  let text = ""
  for (const byte of randomness.bytes(Math.ceil(length / 2))) text += HEX[byte]
  return text.slice(0, length)
}

/** `length` random decimal digits, each of the ten equally likely. */
export function randomDigits(randomness: Randomness, length: number): string {
  let digits = ""
  while (digits.length < length) {
    for (const byte of randomness.bytes(length)) {
      // 250 is the largest multiple of ten in a byte: the rest would favour the low digits.
      if (byte < 250 && digits.length < length) digits += byte % 10
    }
  }
  return digits
}
