import { verifyMd5 } from "./md5.ts"
import { verifyPhpPassword } from "./php-password.ts"
import { verifyPhpass } from "./phpass.ts"
import { verifyScrypt } from "./scrypt.ts"
import { verifyScryptModified } from "./scrypt-modified.ts"
import { verifySha } from "./sha.ts"
import type { HashName, HashOptions, StoredPassword } from "./stored.ts"

type Verifiers = {
  readonly [Name in HashName]: (
    text: string,
    password: string,
    options: HashOptions[Name],
  ) => boolean | Promise<boolean>
}

const verifiers: Verifiers = {
  argon2: verifyPhpPassword,
  bcrypt: verifyPhpPassword,
  md5: verifyMd5,
  sha: verifySha,
  phpass: verifyPhpass,
  scrypt: verifyScrypt,
  scryptMod: verifyScryptModified,
}

/**
 * Whether a clear password is the stored one (Appwrite 1.9's rules). A text that is no hash of its kind matches
 * nothing, nor does one whose cost is out of all bounds, see `isBearable`.
 */
export async function verifyPassword<Name extends HashName>(
  stored: StoredPassword<Name>,
  password: string,
): Promise<boolean> {
  if (stored.password === null) return false
  return verifiers[stored.hash](stored.password, password, stored.hashOptions)
}
