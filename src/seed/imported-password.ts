import type { HashName, StoredPassword } from "../passwords/stored.ts"
import type { ValidationContext } from "../validators/validator.ts"
import type { ReadHashOptions } from "./hash-options-shape.ts"

/**
 * What is stored of a hash that was made elsewhere: the hash as it is, whatever it says, and the options that the
 * version stores beside it, as far as the seed has no others for them.
 * @throws HashOptionsError for options that the server's hash library refuses, and for those that are missing.
 */
export function importedPassword(
  hash: HashName,
  password: string,
  options: ReadHashOptions,
  { rules: { hashes }, now }: Pick<ValidationContext, "rules" | "now">,
): StoredPassword {
  switch (hash) {
    case "argon2":
      return { hash, hashOptions: changed(hashes.argon2(), options), password }
    case "bcrypt":
      return { hash, hashOptions: changed(hashes.bcrypt(), options), password }
    case "md5":
      return { hash, hashOptions: hashes.md5(), password }
    case "phpass":
      return { hash, hashOptions: changed(hashes.phpass(now * 1000, process.pid), options), password }
    case "scrypt": {
      const {
        salt = "",
        costCpu: cpu = 0,
        costMemory: memory = 0,
        costParallel: parallel = 0,
        length = 0,
      } = options
      return { hash, hashOptions: hashes.scrypt({ salt, cpu, memory, parallel, length }), password }
    }
    case "scryptMod": {
      const { salt = "", saltSeparator = "", signerKey = "" } = options
      return { hash, hashOptions: hashes.scryptModified({ salt, saltSeparator, signerKey }), password }
    }
    case "sha":
      return { hash, hashOptions: hashes.sha(options.version ?? ""), password }
  }
}

/** Options with those values in the place of the version's own that have the same name, in the order of the latter. */
function changed<O extends object>(own: O, options: ReadHashOptions): O {
  const known = Object.entries(options).filter(([name, value]) => name in own && value !== undefined)
  return { ...own, ...Object.fromEntries(known) }
}
