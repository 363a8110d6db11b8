import { serverCost } from "../passwords/hash.ts"
import { HashOptionsError } from "../passwords/hash-options-error.ts"
import type { HashRules } from "./hash-rules.ts"

/** A text that would end the string that it is put into, or escape what comes behind it. */
const BREAKS_JSON = /["\\]/

/**
 * Appwrite 1.5 stores what it was given and checks nothing. The cost that it names beside its own hashes is not the one
 * that it spends.
 */
export const hashes15: HashRules = {
  costs: { server: serverCost, account: serverCost },
  own: () => ({ type: "argon2", memoryCost: 2048, timeCost: 4, threads: 3 }),
  argon2: () => ({ type: "argon2" }),
  bcrypt: () => ({ type: "bcrypt" }),
  md5: () => ({ type: "md5" }),
  phpass: () => ({ type: "phpass" }),
  sha: (version) => (version === "" ? { type: "sha" } : { version, type: "sha" }),
  scrypt: ({ salt, cpu, memory, parallel, length }) => ({
    salt,
    costCpu: cpu,
    costMemory: memory,
    costParallel: parallel,
    length,
    type: "scrypt",
  }),
  scryptModified({ salt, saltSeparator, signerKey }) {
    if ([salt, saltSeparator, signerKey].some((text) => BREAKS_JSON.test(text))) {
      throw new HashOptionsError("The options are put together as JSON text, which this breaks.")
    }
    return { signerKey, saltSeparator, salt, type: "scryptMod" }
  },
}
