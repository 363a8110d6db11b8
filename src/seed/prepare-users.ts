import { AppwriteError } from "../errors.ts"
import type { StoredPassword } from "../passwords/stored.ts"
import { hashNewPassword, noPassword } from "../services/new-password.ts"
import { checkPersonalData } from "../services/password-policies.ts"
import { checkIdentifier } from "../services/targets.ts"
import { UNIQUE } from "../validators/id.ts"
import { newPassword } from "../validators/password.ts"
import { Refusal } from "../validators/validator.ts"
import type { World } from "../world.ts"
import type { ReadHashOptions } from "./hash-options-shape.ts"
import { importedPassword } from "./imported-password.ts"
import type { Reading } from "./shapes/reading.ts"
import type { ReadUser } from "./user-shape.ts"

/** A user of a seed, ready to be stored. */
export interface PreparedUser extends ReadUser {
  readonly $id: string
  readonly storedPassword: StoredPassword
}

/** A user whose password may still have to be hashed. */
interface CheckedUser extends ReadUser {
  readonly $id: string
  readonly storedPassword: StoredPassword | undefined
}

const NO_OPTIONS = {} as ReadHashOptions
const plain = newPassword()

/**
 * Checks what more than one member of each user has a part in; of passwords, what the project's policies say.
 * @param storedNothing what is stored for those without a password; one for all of them.
 */
export function checkUsers(
  users: readonly ReadUser[],
  world: World,
  storedNothing: StoredPassword,
  reading: Reading,
): CheckedUser[] {
  return users.map((user, index) =>
    reading.at("users", () =>
      reading.at(index, () => {
        const $id = user.$id === undefined || user.$id === UNIQUE ? world.uniqueId() : user.$id
        const email = user.email?.toLowerCase()
        const named = { ...user, $id, email }
        checkTargets(named, reading)
        return { ...named, storedPassword: checkPassword(named, storedNothing, reading) }
      }),
    ),
  )
}

function checkPassword(
  user: ReadUser & { readonly $id: string },
  storedNothing: StoredPassword,
  reading: Reading,
): StoredPassword | undefined {
  const { password, hash, hashOptions = NO_OPTIONS } = user
  if (password === undefined) {
    for (const name of ["hash", "hashOptions", "passwordUpdate"] as const) {
      if (user[name] !== undefined) reading.at(name, () => reading.refuse("This needs a password"))
    }
    return storedNothing
  }
  reading.at("password", () => checkPolicies(user, password, reading))
  if (hash !== undefined) {
    return reading.at("hashOptions", () =>
      importedPassword(hash, password, hashOptions, reading.context.now, reading),
    )
  }
  if (user.hashOptions !== undefined) {
    reading.at("hashOptions", () => reading.refuse("This needs a hash"))
  }
  return undefined
}

/** Appwrite 1.9: the personal data check looks at hashes, too; the other policies at plain passwords only. */
function checkPolicies(user: ReadUser & { readonly $id: string }, password: string, reading: Reading): void {
  const { $id: userId, email = null, name = "", phone = null } = user
  refuseThrown(reading, () =>
    checkPersonalData(reading.context.settings, password, { userId, email, name, phone }),
  )
  if (user.hash !== undefined) return
  const outcome = plain.check(password, reading.context)
  const note = (checked: unknown): void => {
    if (checked instanceof Refusal) reading.refuse(checked.message)
  }
  if (outcome instanceof Promise) reading.later(outcome, note)
  else note(outcome)
}

function checkTargets({ targets }: ReadUser, reading: Reading): void {
  targets?.forEach(({ providerType, identifier }, index) => {
    reading.at("targets", () =>
      reading.at(index, () =>
        reading.at("identifier", () =>
          refuseThrown(reading, () => checkIdentifier(providerType, identifier)),
        ),
      ),
    )
  })
}

/** Notes what the API would answer. */
export function refuseThrown(reading: Reading, check: () => void): void {
  try {
    check()
  } catch (error) {
    if (!(error instanceof AppwriteError)) throw error
    reading.refuse(error.message)
  }
}

const AT_ONCE = 8

/** Hashes the plain passwords: a few at a time, their salts drawn in the order of the users. */
export async function hashPasswords(
  users: readonly CheckedUser[],
  world: World,
  storedNothing: StoredPassword = noPassword(),
): Promise<PreparedUser[]> {
  const prepared: PreparedUser[] = []
  let next = 0
  async function hashOnes(): Promise<void> {
    for (let index = next++; index < users.length; index = next++) {
      const user = users[index]
      if (user === undefined) continue
      const { storedPassword, password } = user
      if (storedPassword !== undefined) prepared[index] = { ...user, storedPassword }
      else {
        prepared[index] = {
          ...user,
          storedPassword: password === undefined ? storedNothing : await hashNewPassword(world, password),
        }
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hashOnes))
  return prepared
}
