import { type ScryptOptions, scrypt } from "node:crypto"
import { promisify, types } from "node:util"
import { isBearable } from "./work.ts"
import { callInWorker } from "./worker-pool.ts"

/** The costs by RFC 7914's names. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** What one of the N·r·p steps takes. */
const STEP_MICROSECONDS = 0.4

const scryptInThreadPool = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt)

/**
 * The scrypt key of a password (RFC 7914), computed off the main thread.
 *
 * @param length in bytes
 * @returns `undefined` for costs that nobody can bear, see {@link isBearable}
 */
export async function scryptKey(
  password: string,
  salt: Uint8Array,
  cost: ScryptCost,
  length: number,
): Promise<Uint8Array | undefined> {
  const { N, r, p } = cost
  // As OpenSSL counts it: N blocks, two to work with, and one for each lane.
  const bytes = 128 * r * (N + 2 + p)
  if (!isBearable({ microseconds: N * r * p * STEP_MICROSECONDS, bytes })) return undefined
  if (N < 2 ** (16 * r)) return scryptInThreadPool(password, salt, length, { ...cost, maxmem: bytes })
  // RFC 7914 forbids such an N and OpenSSL obeys; PHP's extension does not.
  const args = [password, salt, { ...cost, dkLen: length }]
  const key = await callInWorker({ module: "@noble/hashes/scrypt.js", name: "scrypt", args })
  if (!types.isUint8Array(key)) throw new TypeError("scrypt made no key.")
  return key
}
