import type { Argon2Options } from "./argon2.ts"
import type { BcryptOptions } from "./bcrypt.ts"
import type { Md5Options } from "./md5.ts"
import type { PhpassOptions } from "./phpass.ts"
import type { ScryptOptions } from "./scrypt.ts"
import type { ScryptModifiedOptions } from "./scrypt-modified.ts"
import type { ShaOptions } from "./sha.ts"

/** The options of each hash as Appwrite 1.9 stores them and shows them in its answers, in this order of keys. */
export type HashOptions = {
  readonly argon2: Argon2Options
  readonly bcrypt: BcryptOptions
  readonly md5: Md5Options
  readonly sha: ShaOptions
  readonly phpass: PhpassOptions
  readonly scrypt: ScryptOptions
  readonly scryptMod: ScryptModifiedOptions
}

/** The value of a user's `hash`. */
export type HashName = keyof HashOptions

/** What a user record holds of a password: name and options always belong to the same hash. */
export type StoredPassword<Name extends HashName = HashName> = {
  readonly [N in Name]: {
    readonly hash: N
    readonly hashOptions: HashOptions[N]
    /** The hashed text as made or imported; `null` while there is no password. */
    readonly password: string | null
  }
}[Name]
