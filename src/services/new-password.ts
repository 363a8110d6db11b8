import { argon2Options } from "../passwords/argon2.ts"
import { type Argon2Cost, fastCost, hashPassword, serverCost } from "../passwords/hash.ts"
import type { StoredPassword } from "../passwords/stored.ts"
import type { World } from "../world.ts"

const SALT_BYTES = 16

/**
 * Hashes a new password with Argon2id. The text states the cost that it took; the options beside it are those that the
 * real server stores with `cost`, also where the emulator hashes fast.
 * @param cost what the real server spends at this place.
 */
export async function hashNewPassword(
  world: World,
  password: string,
  cost: Argon2Cost = serverCost,
): Promise<StoredPassword & { readonly password: string }> {
  const spent = world.hashCost === "fast" ? fastCost : cost
  return {
    ...noPassword(cost),
    password: await hashPassword(password, spent, world.randomness.bytes(SALT_BYTES)),
  }
}

/** Appwrite 1.9: what is stored for a user without a password. */
export function noPassword(cost: Argon2Cost = serverCost): StoredPassword<"argon2"> {
  return { hash: "argon2", hashOptions: argon2Options(cost), password: null }
}
