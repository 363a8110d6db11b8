import type { StoredPassword } from "../passwords/stored.ts"
import type { Rules } from "../profiles/rules.ts"
import { hashNewPassword, noPassword } from "../services/new-password.ts"
import { UNIQUE } from "../validators/id.ts"
import type { World } from "../world.ts"
import { importedPassword } from "./imported-password.ts"
import type { ReadUser } from "./user-shape.ts"

/** A user of a seed, ready to be stored. */
export interface PreparedUser {
  readonly $id: string
  /** In small letters. */
  readonly email: string | null
  readonly storedPassword: StoredPassword
  readonly read: ReadUser
}

/** Where they are to be stored. */
interface Scene {
  readonly world: World
  readonly rules: Rules
  /** Milliseconds since the epoch. */
  readonly now: number
}

const AT_ONCE = 8

/**
 * Gives users their IDs and hashes their plain passwords: a few at a time, the salts drawn in the order of the users.
 */
export async function prepareUsers(
  users: readonly ReadUser[],
  { world, rules, now }: Scene,
): Promise<PreparedUser[]> {
  // One for all: most users of large seeds have no password.
  const nothing = noPassword(rules, "server")
  const prepared: PreparedUser[] = []
  let next = 0
  async function prepareOnes(): Promise<void> {
    for (let index = next++; index < users.length; index = next++) {
      const read = users[index]
      if (read === undefined) continue
      const { password, hash, hashOptions = {} } = read
      const $id = read.$id === undefined || read.$id === UNIQUE ? world.uniqueId() : read.$id
      const email = read.email?.toLowerCase() ?? null
      let storedPassword: StoredPassword = nothing
      if (password !== undefined) {
        storedPassword =
          hash === undefined
            ? await hashNewPassword({ world, project: { rules } }, password, "server")
            : importedPassword(hash, password, hashOptions, { rules, now })
      }
      prepared[index] = { $id, email, storedPassword, read }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, prepareOnes))
  return prepared
}
