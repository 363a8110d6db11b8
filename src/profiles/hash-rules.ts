import type { Argon2Cost } from "../passwords/hash.ts"
import type { ScryptParameters } from "../passwords/scrypt.ts"
import type { ScryptModifiedParameters } from "../passwords/scrypt-modified.ts"
import type { HashOptions } from "../passwords/stored.ts"

/** Where a password is hashed: where a key sets it, at sign-up and at a re-hash; or where users change their own. */
export type HashPlace = "server" | "account"

/**
 * How a version hashes, and what it stores beside hashes that were made elsewhere.
 * The functions throw a `HashOptionsError` for parameters that the version's hash library refuses.
 */
export interface HashRules {
  readonly costs: Readonly<Record<HashPlace, Argon2Cost>>
  /** What is stored beside a hash of the server's own, and where there is no password. */
  own(place: HashPlace): HashOptions["argon2"]
  argon2(): HashOptions["argon2"]
  bcrypt(): HashOptions["bcrypt"]
  md5(): HashOptions["md5"]
  /** @param microseconds since the epoch. @param processId the server's. */
  phpass(microseconds: number, processId: number): HashOptions["phpass"]
  /** @param version as it was sent; `""` if it was not. */
  sha(version: string): HashOptions["sha"]
  scrypt(parameters: ScryptParameters): HashOptions["scrypt"]
  scryptModified(parameters: ScryptModifiedParameters): HashOptions["scryptMod"]
}
