import { argon2Options } from "../passwords/argon2.ts"
import { bcryptOptions } from "../passwords/bcrypt.ts"
import { serverCost } from "../passwords/hash.ts"
import { HashOptionsError } from "../passwords/hash-options-error.ts"
import { md5Options } from "../passwords/md5.ts"
import { phpassOptions } from "../passwords/phpass.ts"
import { scryptOptions } from "../passwords/scrypt.ts"
import { scryptModifiedOptions } from "../passwords/scrypt-modified.ts"
import { shaOptions } from "../passwords/sha.ts"
import type { HashName, StoredPassword } from "../passwords/stored.ts"
import type { ReadHashOptions } from "./hash-options-shape.ts"
import type { Reading } from "./shapes/reading.ts"

type OptionName = keyof ReadHashOptions

/** The options of each hash: those that it can't do without, and the others. */
const OPTIONS: Readonly<
  Record<HashName, readonly [needed: readonly OptionName[], other: readonly OptionName[]]>
> = {
  argon2: [[], ["memory_cost", "time_cost", "threads"]],
  bcrypt: [[], ["cost"]],
  md5: [[], []],
  phpass: [[], ["iteration_count_log2", "portable_hashes", "random_state"]],
  scrypt: [["salt", "costCpu", "costMemory", "costParallel", "length"], []],
  scryptMod: [["salt", "saltSeparator", "signerKey"], []],
  sha: [[], ["version"]],
}

/** Notes options that are missing, and those of another hash. */
function checkOptions(hash: HashName, options: ReadHashOptions, reading: Reading): void {
  const [needed, other] = OPTIONS[hash]
  for (const name of needed) {
    if (options[name] === undefined) reading.at(name, () => reading.refuse(`${hash} needs this`))
  }
  const known: readonly string[] = [...needed, ...other, "type"]
  for (const [name, option] of Object.entries(options)) {
    if (option !== undefined && !known.includes(name)) {
      reading.at(name, () => reading.refuse(`${hash} has no such option`))
    }
  }
  if (options.type !== undefined && options.type !== hash) {
    reading.at("type", () => reading.refuse(`This says ${options.type}, but hash says ${hash}`))
  }
}

/**
 * What is stored of a hash that was made elsewhere. Appwrite 1.9: the hash is stored as it is, whatever it says.
 * @param now milliseconds since the epoch.
 * @returns `undefined` if the options were refused.
 */
export function importedPassword(
  hash: HashName,
  password: string,
  options: ReadHashOptions,
  now: number,
  reading: Reading,
): StoredPassword | undefined {
  const before = reading.count
  checkOptions(hash, options, reading)
  if (reading.count > before) return undefined
  try {
    return stored(hash, password, options, now)
  } catch (error) {
    if (!(error instanceof HashOptionsError)) throw error
    reading.refuse(error.message)
    return undefined
  }
}

/** @throws HashOptionsError */
function stored(hash: HashName, password: string, options: ReadHashOptions, now: number): StoredPassword {
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
