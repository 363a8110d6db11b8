import { argon2Tag } from "./argon2-tag.ts"
import { formatArgon2 } from "./argon2-text.ts"

/** As PHP names them. */
export interface Argon2Cost {
  /** In KiB, at least 8 for each thread. */
  readonly memoryCost: number
  /** Passes over the memory. */
  readonly timeCost: number
  readonly threads: number
}

/** What Appwrite 1.9 hashes with wherever a server key sets a password, at sign-up, and when a login re-hashes. */
export const serverCost: Argon2Cost = { memoryCost: 65536, timeCost: 4, threads: 3 }

/** What Appwrite 1.9 hashes with where users change their own password, recover it, or have none. */
export const accountCost: Argon2Cost = { memoryCost: 7168, timeCost: 5, threads: 1 }

/** The least that Argon2 allows, so that every implementation verifies it, PHP's and libsodium's included. */
export const fastCost: Argon2Cost = { memoryCost: 8, timeCost: 1, threads: 1 }

const TAG_BYTES = 32

/**
 * Hashes a password as Appwrite does, with Argon2id 1.3.
 *
 * @param salt 16 random bytes
 * @returns the encoded text; the cost it names is the one it took
 * @throws {RangeError} for a cost that nobody can bear, see `isBearable`
 */
export async function hashPassword(password: string, cost: Argon2Cost, salt: Uint8Array): Promise<string> {
  const parameters = { type: "argon2id", version: 19, ...cost, salt, tagLength: TAG_BYTES } as const
  const tag = await argon2Tag(parameters, Buffer.from(password))
  if (tag === undefined) throw new RangeError("This cost takes too much time or memory.")
  return formatArgon2(parameters, tag)
}
