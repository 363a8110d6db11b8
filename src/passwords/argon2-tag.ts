import * as nodeCrypto from "node:crypto"
import { promisify, types } from "node:util"
import type { Argon2Parameters, Argon2Type } from "./argon2-text.ts"
import { isBearable, isQuick } from "./work.ts"
import { callInWorker } from "./worker-pool.ts"

/** Node 24.7 and later have Argon2 1.3 of their own. */
interface NativeArgon2 {
  argon2(
    type: Argon2Type,
    parameters: NativeParameters,
    done: (error: Error | null, tag: Buffer) => void,
  ): void
  argon2Sync(type: Argon2Type, parameters: NativeParameters): Buffer
}

interface NativeParameters {
  readonly message: Uint8Array
  readonly nonce: Uint8Array
  readonly parallelism: number
  readonly tagLength: number
  readonly memory: number
  readonly passes: number
}

/** What one pass over a block of 1 KiB takes in JavaScript; WebAssembly and native code take a fifth of it. */
const BLOCK_MICROSECONDS = 8
const BLOCK_BYTES = 1024
const SCRIPT_MODULE = "@noble/hashes/argon2.js"

/**
 * Computes an Argon2 tag with the fastest implementation at hand: Node's own where it has one, JavaScript for what is
 * quick, WebAssembly in a worker for the rest. What is not quick never runs on the main thread.
 *
 * @returns `undefined` for costs that nobody can bear, see {@link isBearable}
 */
export async function argon2Tag(
  parameters: Argon2Parameters,
  password: Uint8Array,
): Promise<Uint8Array | undefined> {
  const { memoryCost, timeCost } = parameters
  const work = { microseconds: memoryCost * timeCost * BLOCK_MICROSECONDS, bytes: memoryCost * BLOCK_BYTES }
  if (!isBearable(work)) return undefined
  const quick = isQuick(work)
  if (parameters.version === 19 && hasArgon2(nodeCrypto)) {
    return nativeTag(nodeCrypto, parameters, password, quick)
  }
  if (quick) return (await import(SCRIPT_MODULE))[parameters.type](...scriptArguments(parameters, password))
  const { type: name } = parameters
  // hash-wasm knows neither version 1.0 nor empty passwords.
  const tag = await (parameters.version === 19 && password.length > 0
    ? callInWorker({ module: "hash-wasm", name, args: wasmArguments(parameters, password) })
    : callInWorker({ module: SCRIPT_MODULE, name, args: scriptArguments(parameters, password) }))
  if (!types.isUint8Array(tag)) throw new TypeError("Argon2 made no tag.")
  return tag
}

function hasArgon2(module: object): module is NativeArgon2 {
  return "argon2" in module && "argon2Sync" in module
}

function nativeTag(
  native: NativeArgon2,
  { type, memoryCost, timeCost, threads, salt, tagLength }: Argon2Parameters,
  message: Uint8Array,
  quick: boolean,
): Uint8Array | Promise<Uint8Array> {
  const parameters = {
    message,
    nonce: salt,
    parallelism: threads,
    tagLength,
    memory: memoryCost,
    passes: timeCost,
  }
  // The asynchronous one goes through the thread pool, which takes longer than a quick hash.
  return quick ? native.argon2Sync(type, parameters) : promisify(native.argon2)(type, parameters)
}

function scriptArguments(
  { version, memoryCost: m, timeCost: t, threads: p, salt, tagLength }: Argon2Parameters,
  password: Uint8Array,
): Parameters<typeof import("@noble/hashes/argon2.js").argon2id> {
  return [password, salt, { m, t, p, version, dkLen: tagLength }]
}

function wasmArguments(
  { memoryCost, timeCost, threads, salt, tagLength }: Argon2Parameters,
  password: Uint8Array,
): Parameters<typeof import("hash-wasm").argon2id> {
  const options = {
    password,
    salt,
    iterations: timeCost,
    memorySize: memoryCost,
    parallelism: threads,
    hashLength: tagLength,
  }
  return [{ ...options, outputType: "binary" }]
}
