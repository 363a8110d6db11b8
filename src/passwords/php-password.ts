import { verifyArgon2 } from "./argon2.ts"
import { verifyBcrypt } from "./bcrypt.ts"

const ARGON2 = /^\$argon2id?\$/

/**
 * PHP's `password_verify`, with which Appwrite verifies what it calls `argon2` and `bcrypt`: the text says by which
 * algorithm it was made, whatever the record says.
 */
export function verifyPhpPassword(text: string, password: string): Promise<boolean> {
  return ARGON2.test(text) ? verifyArgon2(text, password) : verifyBcrypt(text, password)
}
