import type { Call } from "../endpoint.ts"
import { fastCost, hashPassword } from "../passwords/hash.ts"
import type { StoredPassword } from "../passwords/stored.ts"
import type { HashPlace } from "../profiles/hash-rules.ts"
import type { Rules } from "../profiles/rules.ts"

const SALT_BYTES = 16

/**
 * Hashes a new password with Argon2id. The text states the cost that it took; the options beside it are those that the
 * real server stores, also where the emulator hashes fast.
 */
export async function hashNewPassword(
  { world, project: { rules } }: Pick<Call, "world"> & { readonly project: Pick<Call["project"], "rules"> },
  password: string,
  place: HashPlace,
): Promise<StoredPassword & { readonly password: string }> {
  const spent = world.hashCost === "fast" ? fastCost : rules.hashes.costs[place]
  return {
    ...noPassword(rules, place),
    password: await hashPassword(password, spent, world.randomness.bytes(SALT_BYTES)),
  }
}

/** What is stored for a user without a password. */
export function noPassword({ hashes }: Rules, place: HashPlace): StoredPassword<"argon2"> {
  return { hash: "argon2", hashOptions: hashes.own(place), password: null }
}
