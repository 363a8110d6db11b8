import { isEmpty } from "../php/empty.ts"
import { equalText } from "./constant-time.ts"
import { HashOptionsError } from "./hash-options-error.ts"
import { scryptKey } from "./scrypt-key.ts"

/** Beware of the names: `costCpu` is scrypt's N itself, `costMemory` is r, `costParallel` p, `length` is in bytes. */
export type ScryptOptions = {
  readonly type: "scrypt"
  readonly costCpu: number
  readonly costMemory: number
  readonly costParallel: number
  readonly length: number
  readonly salt: string
}

/** The parameters of an import. */
export interface ScryptParameters {
  readonly salt: string
  readonly cpu: number
  readonly memory: number
  readonly parallel: number
  readonly length: number
}

/**
 * What Appwrite 1.9 stores beside an imported scrypt hash.
 *
 * @throws {HashOptionsError} for the parameters that the hash library refuses
 */
export function scryptOptions({ salt, cpu, memory, parallel, length }: ScryptParameters): ScryptOptions {
  if (isEmpty(salt)) throw new HashOptionsError("The salt must not be empty, nor 0.")
  if (cpu <= 1 || !Number.isInteger(Math.log2(cpu)))
    throw new HashOptionsError("The CPU cost must be 2, 4, 8, …")
  if (memory < 1) throw new HashOptionsError("The memory cost must be at least 1.")
  if (parallel < 1) throw new HashOptionsError("The parallel cost must be at least 1.")
  if (length < 16) throw new HashOptionsError("The length must be at least 16 bytes.")
  return { type: "scrypt", costCpu: cpu, costMemory: memory, costParallel: parallel, length, salt }
}

/**
 * Whether the text is the password's scrypt key in lower-case hex (Appwrite 1.9). The salt is taken as it is,
 * not decoded.
 */
export async function verifyScrypt(text: string, password: string, options: ScryptOptions): Promise<boolean> {
  if (text.length !== 2 * options.length) return false
  const cost = { N: options.costCpu, r: options.costMemory, p: options.costParallel }
  const key = await scryptKey(password, Buffer.from(options.salt), cost, options.length)
  return key !== undefined && equalText(Buffer.from(key).toString("hex"), text)
}
