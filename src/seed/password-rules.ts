import type { HashName } from "../passwords/stored.ts"
import { checkPersonalData } from "../services/password-policies.ts"
import { newPassword } from "../validators/password.ts"
import { Refusal } from "../validators/validator.ts"
import type { ReadHashOptions } from "./hash-options-shape.ts"
import { importedPassword } from "./imported-password.ts"
import { refuseThrown } from "./refuse-thrown.ts"
import type { Reading } from "./shapes/reading.ts"

/** What of a user has to do with the password. */
interface PasswordMembers {
  readonly $id?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly name?: string | undefined
  readonly password?: string | undefined
  readonly hash?: HashName | undefined
  readonly hashOptions?: ReadHashOptions | undefined
  readonly passwordUpdate?: number | undefined
}

const plain = newPassword()

/**
 * Notes what is wrong with a password, its hash and what belongs to it. Appwrite 1.9: the personal data check looks at
 * hashes, too; the other policies of the project at plain passwords only.
 */
export function checkPassword(user: PasswordMembers, reading: Reading): void {
  const { password, hash, hashOptions } = user
  if (password === undefined) {
    for (const name of ["hash", "hashOptions", "passwordUpdate"] as const) {
      if (user[name] !== undefined) reading.at(name, () => reading.refuse("This needs a password"))
    }
    return
  }
  reading.at("password", () => {
    const { $id: userId = "", email = null, name = "", phone = null } = user
    const data = { userId, email: email?.toLowerCase() ?? null, name, phone }
    refuseThrown(reading, () => checkPersonalData(reading.context.settings, password, data))
    if (hash === undefined) checkStrength(password, reading)
  })
  if (hash !== undefined) reading.at("hashOptions", () => checkHash(hash, password, hashOptions, reading))
  else if (hashOptions !== undefined) {
    reading.at("hashOptions", () => reading.refuse("This needs a hash"))
  }
}

function checkStrength(password: string, reading: Reading): void {
  const outcome = plain.check(password, reading.context)
  const note = (checked: unknown): void => {
    if (checked instanceof Refusal) reading.refuse(checked.message)
  }
  if (outcome instanceof Promise) reading.later(outcome, note)
  else note(outcome)
}

type OptionName = keyof ReadHashOptions

/** The options of each hash: those that it can't do without, and the others. */
const OPTIONS: Readonly<
  Record<HashName, readonly [needed: readonly OptionName[], other: readonly OptionName[]]>
> = {
  argon2: [[], ["memory_cost", "time_cost", "threads"]],
  bcrypt: [[], ["cost"]],
  md5: [[], []],
  phpass: [[], ["iteration_count_log2", "portable_hashes", "random_state"]],
  scrypt: [["salt", "costCpu", "costMemory", "costParallel", "length"], []],
  scryptMod: [["salt", "saltSeparator", "signerKey"], []],
  sha: [[], ["version"]],
}

/** Notes options that are missing, those of another hash, and those that the server's hash library refuses. */
function checkHash(hash: HashName, password: string, options: ReadHashOptions = {}, reading: Reading): void {
  const before = reading.count
  const [needed, other] = OPTIONS[hash]
  for (const name of needed) {
    if (options[name] === undefined) reading.at(name, () => reading.refuse(`${hash} needs this`))
  }
  const known: readonly string[] = [...needed, ...other, "type"]
  for (const [name, option] of Object.entries(options)) {
    if (option !== undefined && !known.includes(name)) {
      reading.at(name, () => reading.refuse(`${hash} has no such option`))
    }
  }
  if (options.type !== undefined && options.type !== hash) {
    reading.at("type", () => reading.refuse(`This says ${options.type}, but hash says ${hash}`))
  }
  if (reading.count > before) return
  refuseThrown(reading, () => importedPassword(hash, password, options, reading.context))
}
