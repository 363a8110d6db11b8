import { createCipheriv, createHash } from "node:crypto"
import type { Randomness } from "./randomness.ts"

/** Randomness that comes out the same for the same seed. */
export interface SeededRandomness extends Randomness {
  /** How many bytes were drawn. */
  capture(): number
  /** Goes on from where so many bytes were drawn. */
  restore(drawn: number): void
}

const CIPHER_BLOCK = 16
const CHUNK = 4096

/**
 * Deterministic randomness: the keystream of AES-256 in counter mode under a key made of the seed. Whoever knows the
 * seed knows all secrets, so it is for tests alone.
 */
export function seededRandomness(seed: number): SeededRandomness {
  const key = createHash("sha256").update(String(seed)).digest()
  let drawn = 0
  let chunk: Uint8Array = new Uint8Array()
  let chunkNumber = -1

  function chunkOf(number: number): Uint8Array {
    if (number !== chunkNumber) {
      const counter = Buffer.alloc(CIPHER_BLOCK)
      counter.writeBigUInt64BE(BigInt(number * (CHUNK / CIPHER_BLOCK)), CIPHER_BLOCK - 8)
      chunk = createCipheriv("aes-256-ctr", key, counter).update(new Uint8Array(CHUNK))
      chunkNumber = number
    }
    return chunk
  }

  return {
    bytes(length) {
      const bytes = new Uint8Array(length)
      let filled = 0
      while (filled < length) {
        const offset = (drawn + filled) % CHUNK
        const part = chunkOf(Math.floor((drawn + filled) / CHUNK)).subarray(offset, offset + length - filled)
        bytes.set(part, filled)
        filled += part.length
      }
      drawn += length
      return bytes
    },
    capture: () => drawn,
    restore(captured) {
      drawn = captured
    },
  }
}
