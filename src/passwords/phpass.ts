import { hash } from "node:crypto"
import { setImmediate as nextTurn } from "node:timers/promises"
import { verifyBcrypt } from "./bcrypt.ts"
import { equalBytes } from "./constant-time.ts"
import { isBearable, quickSteps } from "./work.ts"

/** Appwrite 1.5 stores no more than the type. */
export type PhpassOptions =
  | {
      readonly type: "phpass"
      readonly iteration_count_log2: number
      readonly portable_hashes: boolean
      readonly random_state: string
    }
  | { readonly type: "phpass" }

/** phpass' own base 64: the place of a character is its value. */
const ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
/** The identifier, one character for the rounds, 8 bytes of salt, 22 characters of digest. */
const PORTABLE = /^\$[PH]\$(?<rounds>[5-9A-S])/
const HASH_BYTES = 34
const SETTING_BYTES = 12
const SALT_START = 4
/** What one MD5 takes from JavaScript. */
const ROUND_MICROSECONDS = 2

/**
 * What Appwrite 1.9 stores beside an imported phpass: the hash library's state when it was made, of which nothing
 * is needed to verify.
 *
 * @param microseconds the time since the epoch
 * @param processId the server's
 */
export function phpassOptions(microseconds: number, processId: number): PhpassOptions {
  const seconds = Math.floor(microseconds / 1_000_000)
  // PHP's microtime(): a fraction of 8 digits, of which the last two are always 0.
  const fraction = String(microseconds % 1_000_000).padStart(6, "0")
  return {
    type: "phpass",
    iteration_count_log2: 8,
    portable_hashes: false,
    random_state: `0.${fraction}00 ${seconds}${processId}`,
  }
}

/**
 * Whether the text is a phpass hash of the password: `$P$` and `$H$` name the portable scheme, with 2^7 to 2^30
 * rounds of MD5 (here those that take less than a minute); any other text is one of crypt(3), see {@link verifyBcrypt}.
 */
export async function verifyPhpass(text: string, password: string): Promise<boolean> {
  const rounds = PORTABLE.exec(text)?.groups?.rounds
  if (rounds === undefined) return verifyBcrypt(text, password)
  const stored = Buffer.from(text)
  if (stored.length !== HASH_BYTES) return false
  const setting = stored.subarray(0, SETTING_BYTES)
  const count = 2 ** ALPHABET.indexOf(rounds)
  if (!isBearable({ microseconds: count * ROUND_MICROSECONDS, bytes: 0 })) return false
  const digest = await portableDigest(setting.subarray(SALT_START), Buffer.from(password), count)
  return equalBytes(Buffer.concat([setting, Buffer.from(encode(digest))]), stored)
}

/** Lets other work in between, so that many rounds make nobody wait. */
async function portableDigest(salt: Uint8Array, password: Uint8Array, count: number): Promise<Buffer> {
  const slice = quickSteps(ROUND_MICROSECONDS)
  let digest = hash("md5", Buffer.concat([salt, password]), "buffer")
  const input = Buffer.concat([digest, password])
  for (let round = 1; round <= count; round += 1) {
    input.set(digest)
    digest = hash("md5", input, "buffer")
    if (round % slice === 0) await nextTurn()
  }
  return digest
}

/** Three bytes, the lowest first, become four characters, the lowest six bits first. */
function encode(bytes: Uint8Array): string {
  let text = ""
  for (let at = 0; at < bytes.length; at += 3) {
    const group = bytes.subarray(at, at + 3)
    let value = group.reduceRight((sum, byte) => sum * 256 + byte, 0)
    for (let characters = group.length + 1; characters > 0; characters -= 1) {
      text += ALPHABET[value % 64]
      value = Math.floor(value / 64)
    }
  }
  return text
}
