import { argon2Options } from "../passwords/argon2.ts"
import { bcryptOptions } from "../passwords/bcrypt.ts"
import { accountCost, serverCost } from "../passwords/hash.ts"
import { md5Options } from "../passwords/md5.ts"
import { phpassOptions } from "../passwords/phpass.ts"
import { scryptOptions } from "../passwords/scrypt.ts"
import { scryptModifiedOptions } from "../passwords/scrypt-modified.ts"
import { shaOptions } from "../passwords/sha.ts"
import type { HashRules } from "./hash-rules.ts"

const costs = { server: serverCost, account: accountCost }

/** Appwrite 1.9 stores what its hash library was set to. */
export const hashes19: HashRules = {
  costs,
  own: (place) => argon2Options(costs[place]),
  argon2: () => argon2Options(serverCost),
  bcrypt: bcryptOptions,
  md5: md5Options,
  phpass: phpassOptions,
  sha: shaOptions,
  scrypt: scryptOptions,
  scryptModified: scryptModifiedOptions,
}
