import { emailFacts, noEmailFacts } from "../../emails/facts.ts"
import type { Call } from "../../endpoint.ts"
import type { AppwriteError } from "../../errors.ts"
import type { User } from "../../project/records/user.ts"
import { chosenId, insertUser, isEmailOfIdentity } from "../create-user.ts"
import { noPassword } from "../new-password.ts"
import { checkUserLimit } from "../user-limit.ts"

/** The user whom a one-time login is for. */
export interface TokenUser {
  readonly user: User
  /** Whether the request has made it. */
  readonly isNew: boolean
}

/**
 * Appwrite 1.9: one-time logins are for the user who has the email, in any case; for a new one, if nobody has it, with
 * the address as it was sent. That the ID is taken makes the real server fail.
 * @param clash what the client is told of an email that an identity holds.
 * @returns finds or makes the user; to be called in the action's transaction.
 */
export async function prepareEmailUser(
  call: Call,
  userId: string,
  email: string,
  clash: AppwriteError,
): Promise<() => TokenUser> {
  const { project } = call
  const facts = await emailFacts(email)
  return () => {
    const user = project.database.users.find("email", email)
    if (user !== undefined) return { user, isNew: false }
    checkUserLimit(project)
    if (isEmailOfIdentity(project, email)) throw clash
    const storedPassword = noPassword(project.rules, "account")
    return insertTokenUser(call, { userId, email, phone: null, emailFacts: facts, storedPassword })
  }
}

/** Appwrite 1.9: the same for a phone. */
export function findPhoneUser(call: Call, userId: string, phone: string): TokenUser {
  const { project } = call
  const user = project.database.users.find("phone", phone)
  if (user !== undefined) return { user, isNew: false }
  checkUserLimit(project)
  const storedPassword = noPassword(project.rules, "server")
  return insertTokenUser(call, { userId, email: null, phone, emailFacts: noEmailFacts, storedPassword })
}

type Newcomer = Pick<
  Parameters<typeof insertUser>[1],
  "email" | "phone" | "emailFacts" | "storedPassword"
> & {
  readonly userId: string
}

function insertTokenUser(call: Call, { userId, ...newcomer }: Newcomer): TokenUser {
  const { world, project } = call
  const rest = { name: "", remembersPassword: false, accessedAt: world.clock.now() }
  const record = { $id: chosenId(world, userId), ...newcomer, ...rest }
  return { user: insertUser(call, record, () => project.rules.duplicate()), isNew: true }
}
