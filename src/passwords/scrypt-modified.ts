import { createCipheriv } from "node:crypto"
import { isEmpty } from "../php/empty.ts"
import { equalText } from "./constant-time.ts"
import { HashOptionsError } from "./hash-options-error.ts"
import { scryptKey } from "./scrypt-key.ts"

/** All three in base64. */
export type ScryptModifiedOptions = {
  readonly type: "scryptMod"
  readonly salt: string
  readonly saltSeparator: string
  readonly signerKey: string
}

/** The parameters of an import. */
export type ScryptModifiedParameters = Omit<ScryptModifiedOptions, "type">

/** PHP's `$` also allows a line feed at the end. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}\n?$/
const COST = { N: 16384, r: 8, p: 1 }
const DERIVED_BYTES = 64
const CIPHER_KEY_BYTES = 32
const ZERO_IV = new Uint8Array(16)

/**
 * What Appwrite 1.9 stores beside an imported hash of Firebase's scheme.
 *
 * @throws {HashOptionsError} for the parameters that the hash library refuses: what does not look like base64, and
 *   `0` as salt or signer key
 */
export function scryptModifiedOptions(parameters: ScryptModifiedParameters): ScryptModifiedOptions {
  const { salt, saltSeparator, signerKey } = parameters
  if (isEmpty(salt) || !BASE64.test(salt)) throw new HashOptionsError("The salt must be base64.")
  if (!BASE64.test(saltSeparator)) throw new HashOptionsError("The salt separator must be base64.")
  if (isEmpty(signerKey) || !BASE64.test(signerKey))
    throw new HashOptionsError("The signer key must be base64.")
  return { type: "scryptMod", salt, saltSeparator, signerKey }
}

/**
 * Whether the text is the password's hash by Firebase's modified scrypt: the signer key, encrypted with a key that
 * scrypt derives from the password, in standard base64 with padding.
 */
export async function verifyScryptModified(
  text: string,
  password: string,
  options: ScryptModifiedOptions,
): Promise<boolean> {
  const salt = Buffer.concat([
    Buffer.from(options.salt, "base64"),
    Buffer.from(options.saltSeparator, "base64"),
  ])
  const derived = await scryptKey(password, salt, COST, DERIVED_BYTES)
  if (derived === undefined) return false
  const cipher = createCipheriv("aes-256-ctr", derived.subarray(0, CIPHER_KEY_BYTES), ZERO_IV)
  const encrypted = cipher.update(Buffer.from(options.signerKey, "base64"))
  return equalText(encrypted.toString("base64"), text)
}
