import type { Call } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import type { UserAnswer } from "../../models/user.ts"
import type { Project } from "../../project/project.ts"
import type { Target } from "../../project/records/target.ts"
import { factsOf, insertOwnTarget, insertUser, isEmailOfIdentity, type NewUser } from "../create-user.ts"
import { userAnswer } from "../user-answer.ts"

/**
 * Appwrite 1.9: an email that an identity holds can't be given to a new user.
 * @throws AppwriteError `user_email_already_exists`
 */
export function checkNewEmail(project: Project, email: string | null): void {
  if (email !== null && isEmailOfIdentity(project, email))
    throw new AppwriteError("user_email_already_exists")
}

/** The part that all routes share that create users with a key: user and targets, in one go. */
export async function addUser(
  call: Call,
  user: Pick<NewUser, "$id" | "email" | "phone" | "name" | "storedPassword">,
): Promise<() => UserAnswer> {
  const emailFacts = await factsOf(user.email)
  return () => {
    checkNewEmail(call.project, user.email)
    const record = insertUser(call, {
      emailFacts,
      remembersPassword: call.project.settings.passwordHistory > 0,
      accessedAt: null,
      ...user,
    })
    const targets: Target[] = []
    if (record.email !== null) targets.push(insertOwnTarget(call, record, "email", record.email))
    if (record.phone !== null) targets.push(insertOwnTarget(call, record, "sms", record.phone))
    return userAnswer(call.project, record, targets)
  }
}
