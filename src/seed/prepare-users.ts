import { AppwriteError } from "../errors.ts"
import type { StoredPassword } from "../passwords/stored.ts"
import { hashNewPassword } from "../services/new-password.ts"
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

/** A user of a seed, with an ID. */
interface NamedUser {
  readonly $id: string
  /** In small letters. */
  readonly email: string | null
  readonly read: ReadUser
}

/** A user whose password may still have to be hashed. */
interface CheckedUser extends NamedUser {
  readonly storedPassword: StoredPassword | undefined
}

/** A user of a seed, ready to be stored. */
export interface PreparedUser extends NamedUser {
  readonly storedPassword: StoredPassword
}

const NO_OPTIONS: ReadHashOptions = {}
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
        const email = user.email?.toLowerCase() ?? null
        checkTargets(user, reading)
        const storedPassword = checkPassword({ $id, email, read: user }, storedNothing, reading)
        return { $id, email, read: user, storedPassword }
      }),
    ),
  )
}

function checkPassword(
  user: NamedUser,
  storedNothing: StoredPassword,
  reading: Reading,
): StoredPassword | undefined {
  const { password, hash, hashOptions } = user.read
  if (password === undefined) {
    for (const name of ["hash", "hashOptions", "passwordUpdate"] as const) {
      if (user.read[name] !== undefined) reading.at(name, () => reading.refuse("This needs a password"))
    }
    return storedNothing
  }
  reading.at("password", () => checkPolicies(user, password, reading))
  if (hash !== undefined) {
    return reading.at("hashOptions", () =>
      importedPassword(hash, password, hashOptions ?? NO_OPTIONS, reading.context.now, reading),
    )
  }
  if (hashOptions !== undefined) {
    reading.at("hashOptions", () => reading.refuse("This needs a hash"))
  }
  return undefined
}

/** Appwrite 1.9: the personal data check looks at hashes, too; the other policies at plain passwords only. */
function checkPolicies({ $id: userId, email, read }: NamedUser, password: string, reading: Reading): void {
  const { name = "", phone = null, hash } = read
  refuseThrown(reading, () =>
    checkPersonalData(reading.context.settings, password, { userId, email, name, phone }),
  )
  if (hash !== undefined) return
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
export async function hashPasswords(users: readonly CheckedUser[], world: World): Promise<PreparedUser[]> {
  const prepared: PreparedUser[] = []
  let next = 0
  async function hashOnes(): Promise<void> {
    for (let index = next++; index < users.length; index = next++) {
      const user = users[index]
      if (user === undefined) continue
      const { $id, email, read } = user
      const { password = "" } = read
      const storedPassword = user.storedPassword ?? (await hashNewPassword(world, password))
      prepared[index] = { $id, email, read, storedPassword }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hashOnes))
  return prepared
}
