import type { StoredPassword } from "../passwords/stored.ts"
import type { Target } from "../project/records/target.ts"
import type { User } from "../project/records/user.ts"
import { keepingText } from "./kept-text.ts"
import { anything, date, flag, flagOrNull, object, text, textOrNull, texts } from "./members.ts"
import { list, listModel, type Members, model, since } from "./model.ts"
import { target } from "./target.ts"

/** A user as an answer shows it. */
export interface UserAnswer extends Omit<User, "storedPassword" | "passwordHistory" | "mfaRecoveryCodes"> {
  readonly password: StoredPassword["password"]
  readonly hash: StoredPassword["hash"]
  readonly hashOptions: StoredPassword["hashOptions"]
  readonly targets: readonly Target[]
  /** Who acts in the user's name. */
  readonly impersonatorUserId: string | null
}

/** The members of a user, in their order; an account is shown by a part of them. */
export const userMembers = {
  $id: text,
  $createdAt: date,
  $updatedAt: date,
  name: text,
  password: textOrNull,
  hash: text,
  hashOptions: anything,
  registration: date,
  status: flag,
  labels: texts,
  passwordUpdate: date,
  email: text,
  phone: text,
  emailVerification: flag,
  emailCanonical: textOrNull,
  emailIsFree: flagOrNull,
  emailIsDisposable: flagOrNull,
  emailIsCorporate: flagOrNull,
  emailIsCanonical: flagOrNull,
  phoneVerification: flag,
  mfa: since("1.5.0", flag),
  prefs: object,
  targets: since("1.5.0", list(target)),
  accessedAt: date,
  impersonator: since("1.9.0", flag),
  impersonatorUserId: since("1.9.0", textOrNull),
} satisfies Members<UserAnswer>

/** Appwrite 1.9: User. */
export const user = keepingText(model<UserAnswer>("user", userMembers))

/** Appwrite 1.9: UserList. */
export const userList = listModel("users", user)
