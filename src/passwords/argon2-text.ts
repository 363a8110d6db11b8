export type Argon2Type = "argon2i" | "argon2id"

/** Version 1.0 or 1.3, as the texts number them. */
type Argon2Version = 16 | 19

/** All that a tag depends on besides the password. */
export interface Argon2Parameters {
  readonly type: Argon2Type
  readonly version: Argon2Version
  /** In KiB, at least 8 for each thread. */
  readonly memoryCost: number
  /** Passes over the memory. */
  readonly timeCost: number
  readonly threads: number
  readonly salt: Uint8Array
  readonly tagLength: number
}

export interface Argon2Hash {
  readonly parameters: Argon2Parameters
  readonly tag: Uint8Array
}

const ENCODED =
  /^\$(?<type>argon2id?)(?:\$v=(?<version>16|19))?\$m=(?<m>[1-9]\d*),t=(?<t>[1-9]\d*),p=(?<p>[1-9]\d*)\$(?<salt>[A-Za-z0-9+/]+)\$(?<tag>[A-Za-z0-9+/]+)$/
const MIN_SALT_BYTES = 8
const MIN_TAG_BYTES = 4
const MIN_MEMORY_PER_THREAD = 8

/**
 * Reads an encoded Argon2 hash as the reference implementation, which is PHP's, does: a fixed order, decimal numbers
 * without leading zeros, base64 without padding, and no version for 1.0.
 *
 * @returns `undefined` for any other text, and for parameters that Argon2 does not allow
 */
export function parseArgon2(text: string): Argon2Hash | undefined {
  const groups = ENCODED.exec(text)?.groups
  if (groups === undefined) return undefined
  const salt = decodeBase64(groups.salt ?? "")
  const tag = decodeBase64(groups.tag ?? "")
  if (salt === undefined || salt.length < MIN_SALT_BYTES) return undefined
  if (tag === undefined || tag.length < MIN_TAG_BYTES) return undefined
  const [memoryCost, timeCost, threads] = [Number(groups.m), Number(groups.t), Number(groups.p)]
  if (memoryCost < MIN_MEMORY_PER_THREAD * threads) return undefined
  const type = groups.type === "argon2i" ? "argon2i" : "argon2id"
  const version = groups.version === "19" ? 19 : 16
  return { parameters: { type, version, memoryCost, timeCost, threads, salt, tagLength: tag.length }, tag }
}

/** Writes a hash of version 1.3 as PHP does: `$argon2id$v=19$m=65536,t=4,p=3$…$…`. */
export function formatArgon2(parameters: Argon2Parameters, tag: Uint8Array): string {
  const { type, memoryCost, timeCost, threads, salt } = parameters
  const costs = `m=${memoryCost},t=${timeCost},p=${threads}`
  return `$${type}$v=19$${costs}$${encodeBase64(salt)}$${encodeBase64(tag)}`
}

function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "")
}

/** Strict: bits left over at the end must be zero. */
function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64")
  return encodeBase64(bytes) === text ? bytes : undefined
}
