import { argon2Options } from "../passwords/argon2.ts"
import { bcryptOptions } from "../passwords/bcrypt.ts"
import { serverCost } from "../passwords/hash.ts"
import { md5Options } from "../passwords/md5.ts"
import { phpassOptions } from "../passwords/phpass.ts"
import { scryptOptions } from "../passwords/scrypt.ts"
import { scryptModifiedOptions } from "../passwords/scrypt-modified.ts"
import { shaOptions } from "../passwords/sha.ts"
import type { HashName, StoredPassword } from "../passwords/stored.ts"
import type { ReadHashOptions } from "./hash-options-shape.ts"

/**
 * What is stored of a hash that was made elsewhere. Appwrite 1.9: the hash is stored as it is, whatever it says.
 * @param now milliseconds since the epoch.
 * @throws HashOptionsError for options that the server's hash library refuses, and for those that are missing.
 */
export function importedPassword(
  hash: HashName,
  password: string,
  options: ReadHashOptions,
  now: number,
): StoredPassword {
  switch (hash) {
    case "argon2": {
      const own = argon2Options(serverCost)
      const { memory_cost = own.memory_cost, time_cost = own.time_cost, threads = own.threads } = options
      return { hash, hashOptions: { type: hash, memory_cost, time_cost, threads }, password }
    }
    case "bcrypt": {
      const { cost = bcryptOptions().cost } = options
      return { hash, hashOptions: { type: hash, cost }, password }
    }
    case "md5":
      return { hash, hashOptions: md5Options(), password }
    case "phpass": {
      const own = phpassOptions(now * 1000, process.pid)
      const {
        iteration_count_log2 = own.iteration_count_log2,
        portable_hashes = own.portable_hashes,
        random_state = own.random_state,
      } = options
      return {
        hash,
        hashOptions: { type: hash, iteration_count_log2, portable_hashes, random_state },
        password,
      }
    }
    case "scrypt": {
      const {
        salt = "",
        costCpu: cpu = 0,
        costMemory: memory = 0,
        costParallel: parallel = 0,
        length = 0,
      } = options
      return { hash, hashOptions: scryptOptions({ salt, cpu, memory, parallel, length }), password }
    }
    case "scryptMod": {
      const { salt = "", saltSeparator = "", signerKey = "" } = options
      return { hash, hashOptions: scryptModifiedOptions({ salt, saltSeparator, signerKey }), password }
    }
    case "sha":
      return { hash, hashOptions: shaOptions(options.version), password }
  }
}
