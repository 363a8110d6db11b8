import { timingSafeEqual } from "node:crypto"

/**
 * Whether a secret that somebody sent is the one that is kept, in a time that does not tell how much of it is right; only
 * whether it has the same length.
 */
export function sameSecret(sent: string, kept: string): boolean {
  const [a, b] = [Buffer.from(sent, "utf16le"), Buffer.from(kept, "utf16le")]
  return a.length === b.length && timingSafeEqual(a, b)
}
