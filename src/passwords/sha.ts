import { hash } from "node:crypto"
import { equalText } from "./constant-time.ts"
import { HashOptionsError } from "./hash-options-error.ts"

const versions = [
  "sha1",
  "sha224",
  "sha256",
  "sha384",
  "sha512",
  "sha3-224",
  "sha3-256",
  "sha3-384",
  "sha3-512",
] as const

/** Alone among the hashes it is stored without its `type`, but not so by Appwrite 1.5, which may have no version. */
export type ShaOptions =
  | { readonly version: string }
  | { readonly version: string; readonly type: "sha" }
  | { readonly type: "sha" }

/** Appwrite 1.5: what a hash without a version is. Later ones always store theirs. */
const VERSION_OF_NONE = "sha3-512"

/**
 * What Appwrite 1.9 stores beside an imported SHA.
 *
 * @param passwordVersion the import's parameter; empty or absent means `sha256`
 * @throws {HashOptionsError} for what the parameter allows and the hash does not know: `sha512/224`, `sha512/256` and
 *   every name with a capital letter
 */
export function shaOptions(passwordVersion = ""): ShaOptions {
  const name = passwordVersion === "" ? "sha256" : passwordVersion
  const version = versions.find((known) => known === name)
  if (version === undefined) throw new HashOptionsError(`Unknown SHA version: ${name}`)
  return { version }
}

/** OpenSSL's name of a digest: PHP writes some with a slash, and takes them in any case. */
function digestName(options: ShaOptions): string {
  const version = "version" in options ? options.version : VERSION_OF_NONE
  return version.toLowerCase().replace("/", "-")
}

/** Whether the text is the password's digest in lower-case hex; upper-case hex never matches (Appwrite 1.9). */
export function verifySha(text: string, password: string, options: ShaOptions): boolean {
  return equalText(hash(digestName(options), password), text)
}
