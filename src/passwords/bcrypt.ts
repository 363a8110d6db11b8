import { isBearable } from "./work.ts"
import { callInWorker } from "./worker-pool.ts"

/** Appwrite 1.5 stores no cost. */
export type BcryptOptions = { readonly type: "bcrypt"; readonly cost: number } | { readonly type: "bcrypt" }

/** Cost 4 to 31, then salt and digest. */
const ENCODED = /^\$2[abxy]\$(?<cost>0[4-9]|[12][0-9]|3[01])\$[./A-Za-z0-9]{53}$/
const MAX_PASSWORD_BYTES = 72
/** What one of the 2^cost rounds takes. */
const ROUND_MICROSECONDS = 65
/** bcrypt repeats the password with a NUL after it, so to a lone NUL it is what it is to an empty password. */
const EMPTY_PASSWORD = Uint8Array.of(0)

/** What Appwrite 1.9 stores beside an imported bcrypt hash: the library's default cost, not that of the hash. */
export function bcryptOptions(): BcryptOptions {
  return { type: "bcrypt", cost: 8 }
}

/**
 * Whether the text is a bcrypt hash of the password, as PHP's crypt() has it: `$2y$`, `$2b$` and `$2a$` are the same
 * for every UTF-8 password, `$2x$` repeats the sign bug of old implementations; the password ends at its first NUL
 * and after 72 bytes. Hashes of a cost above 19 would take minutes and match nothing here.
 *
 * The other formats of crypt(3) (DES, `$1$`, `$5$`, `$6$`), which PHP knows as well, match nothing here either.
 */
export async function verifyBcrypt(text: string, password: string): Promise<boolean> {
  const cost = ENCODED.exec(text)?.groups?.cost
  if (cost === undefined) return false
  if (!isBearable({ microseconds: 2 ** Number(cost) * ROUND_MICROSECONDS, bytes: 0 })) return false
  const options = { hash: text, password: significantBytes(password) }
  return (await callInWorker({ module: "hash-wasm", name: "bcryptVerify", args: [options] })) === true
}

function significantBytes(password: string): Uint8Array {
  const bytes = Buffer.from(password).subarray(0, MAX_PASSWORD_BYTES)
  const end = bytes.indexOf(0)
  const significant = end === -1 ? bytes : bytes.subarray(0, end)
  return significant.length === 0 ? EMPTY_PASSWORD : significant
}
