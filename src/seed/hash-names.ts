import type { HashName } from "../passwords/stored.ts"

/** Appwrite 1.9: the values of a user's `hash`. */
export const HASH_NAMES = [
  "argon2",
  "bcrypt",
  "md5",
  "phpass",
  "scrypt",
  "scryptMod",
  "sha",
] as const satisfies readonly HashName[]
