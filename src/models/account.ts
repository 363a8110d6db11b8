import { flag } from "./members.ts"
import { list, model } from "./model.ts"
import { target } from "./target.ts"
import { type UserAnswer, userMembers } from "./user.ts"

/** A user's own account as an answer shows it. */
export interface AccountAnswer extends Omit<UserAnswer, "password" | "hash" | "hashOptions" | "accessedAt"> {
  /** A text where the server shows the date as its database holds it. */
  readonly accessedAt: number | string | null
}

const { password, hash, hashOptions, ...shown } = userMembers

/** Appwrite 1.9: Account: a user without what belongs to the password. Older formats keep `mfa` and `targets`. */
export const account = model<AccountAnswer>("account", { ...shown, mfa: flag, targets: list(target) })
