import { createHash } from "node:crypto"

/** Choices that look random and are the same for the same seed. */
export interface Choices {
  /** A whole number from 0 up to, but without, the limit. */
  below(limit: number): number
  /** One of the items. */
  of<T>(items: readonly [T, ...T[]]): T
}

/** Choices by seed. */
export function choicesOf(seed: number): Choices {
  let count = 0
  const below = (limit: number): number => {
    const digest = createHash("sha256").update(`${seed}/${count++}`).digest()
    return digest.readUInt32BE(0) % limit
  }
  return { below, of: (items) => items[below(items.length)] ?? items[0] }
}
