import { AppwriteError } from "../errors.ts"
import { verifyPassword } from "../passwords/verify.ts"
import type { User } from "../project/records/user.ts"
import type { Settings } from "../project/settings.ts"

/** What a password must not hold. */
export interface PersonalData {
  readonly userId: string
  readonly email: string | null
  readonly name: string
  readonly phone: string | null
}

/** Letters of ASCII in small, all others as they are: PHP folds no more here. */
const fold = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/**
 * Appwrite 1.9: with `personalDataCheck` on, a password may not hold the user's ID, email, the part of it before the
 * `@`, name or phone, in any case. No password at all fails too.
 * @throws AppwriteError `password_personal_data`
 */
export function checkPersonalData(settings: Settings, password: string | null, data: PersonalData): void {
  if (!settings.personalDataCheck) return
  const folded = fold(password ?? "")
  const parts = [
    data.userId,
    data.email,
    data.email?.split("@")[0],
    data.name,
    data.phone?.replace("+", ""),
    data.phone,
  ]
  if (folded === "" || parts.some((part) => part && folded.includes(fold(part)))) {
    throw new AppwriteError("password_personal_data")
  }
}

/**
 * Appwrite 1.9: with `passwordHistory` on, whether a new password is one of the user's earlier ones, each of which is
 * verified with the algorithm and options that the user has now.
 */
export async function isRecentPassword(
  settings: Settings,
  password: string,
  { passwordHistory, storedPassword }: User,
): Promise<boolean> {
  if (settings.passwordHistory === 0) return false
  for (const earlier of passwordHistory) {
    if (await verifyPassword({ ...storedPassword, password: earlier }, password)) return true
  }
  return false
}

/** Appwrite 1.9: the newest hashes that the project wants to remember; off, the history stays as it is. */
export function extendHistory(
  settings: Settings,
  history: readonly string[],
  hash: string,
): readonly string[] {
  return settings.passwordHistory === 0 ? history : [...history, hash].slice(-settings.passwordHistory)
}
