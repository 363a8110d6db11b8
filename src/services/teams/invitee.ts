import type { Call, CallWith } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { isEmpty } from "../../php/empty.ts"
import type { User } from "../../project/records/user.ts"
import { randomHex } from "../../store/randomness.ts"
import { factsOf, insertUser, isEmailOfIdentity } from "../create-user.ts"
import { hashNewPassword } from "../new-password.ts"
import { checkUserLimit } from "../user-limit.ts"

/** How an invitation names who is meant; `""` for what it does not say. */
export interface Invited {
  readonly userId: string
  /** In small letters. */
  readonly email: string
  readonly phone: string
  /** Of a user who is not there yet. */
  readonly name: string
}

const PASSWORD_LENGTH = 64

function mismatch(one: string, other: string): AppwriteError {
  return new AppwriteError("user_already_exists", `Given ${one} and ${other} doesn't match`)
}

/**
 * Appwrite 1.9: the user who is invited: by ID, email or phone, the first that was sent; the others must be theirs.
 * @throws AppwriteError `user_not_found`, `user_already_exists`
 */
export function findInvitee(
  { project: { database } }: Pick<Call, "project">,
  { userId, email, phone }: Invited,
): User | undefined {
  const { users } = database
  if (!isEmpty(userId)) {
    const user = users.find("$id", userId)
    if (user === undefined) throw new AppwriteError("user_not_found", "User with given userId doesn't exist.")
    if (email !== "" && (user.email ?? "") !== email) throw mismatch("userId", "email")
    if (phone !== "" && (user.phone ?? "") !== phone) throw mismatch("userId", "phone")
    return user
  }
  if (email === "") return users.find("phone", phone)
  const user = users.find("email", email)
  if (user !== undefined && phone !== "" && (user.phone ?? "") !== phone) throw mismatch("email", "phone")
  return user
}

/**
 * Prepares a user for an email or phone that nobody has. Appwrite 1.9: the password is one that nobody knows, so that it
 * can be changed without it; there are no targets.
 * @returns stores the user.
 * @throws AppwriteError `user_count_exceeded`, for clients only; `user_email_already_exists`
 */
export async function prepareInvitee(
  call: CallWith<unknown>,
  { email, phone, name }: Invited,
): Promise<() => User> {
  const { world, project, caller } = call
  if (caller.role !== "applications") {
    checkUserLimit(
      project,
      "Project registration is restricted. Contact your administrator for more information.",
    )
  }
  if (isEmailOfIdentity(project, email)) throw new AppwriteError("user_email_already_exists")
  const emailFacts = await factsOf(email)
  const password = randomHex(world.randomness, PASSWORD_LENGTH)
  const storedPassword = await hashNewPassword(call, password, "account")
  return () =>
    insertUser(call, {
      $id: world.uniqueId(),
      name: isEmpty(name) ? email : name,
      email: email === "" ? null : email,
      phone: phone === "" ? null : phone,
      storedPassword,
      emailFacts,
      remembersPassword: false,
      accessedAt: null,
      passwordUpdate: null,
    })
}
