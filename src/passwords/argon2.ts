import { argon2Tag } from "./argon2-tag.ts"
import { parseArgon2 } from "./argon2-text.ts"
import { equalBytes } from "./constant-time.ts"
import type { Argon2Cost } from "./hash.ts"

/** As Appwrite 1.9 stores them; as 1.5 does; and as 1.5 does for a hash that was imported. */
export type Argon2Options =
  | {
      readonly type: "argon2"
      readonly memory_cost: number
      readonly time_cost: number
      readonly threads: number
    }
  | {
      readonly type: "argon2"
      readonly memoryCost: number
      readonly timeCost: number
      readonly threads: number
    }
  | { readonly type: "argon2" }

/** What Appwrite 1.9 stores beside an Argon2 hash: the cost it would hash with, not that of an imported text. */
export function argon2Options(cost: Argon2Cost): Argon2Options {
  return {
    type: "argon2",
    memory_cost: cost.memoryCost,
    time_cost: cost.timeCost,
    threads: cost.threads,
  }
}

/** Whether the text is an encoded Argon2i or Argon2id hash of the password. */
export async function verifyArgon2(text: string, password: string): Promise<boolean> {
  const encoded = parseArgon2(text)
  if (encoded === undefined) return false
  const tag = await argon2Tag(encoded.parameters, Buffer.from(password))
  return tag !== undefined && equalBytes(tag, encoded.tag)
}
