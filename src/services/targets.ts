import { AppwriteError } from "../errors.ts"
import type { Rules } from "../profiles/rules.ts"
import type { Project } from "../project/project.ts"
import type { ProviderType, Target } from "../project/records/target.ts"
import type { User } from "../project/records/user.ts"
import { targetsOf } from "./user-answer.ts"

/** The ways a message can reach a user. */
export const PROVIDER_TYPES = ["email", "sms", "push"] as const satisfies readonly ProviderType[]

export function isProviderType(text: string): text is ProviderType {
  return PROVIDER_TYPES.some((type) => type === text)
}

/**
 * Appwrite 1.9: what a target of this type can be reached at.
 * @throws AppwriteError `general_invalid_email`, `general_invalid_phone`
 */
export function checkIdentifier({ emails, isPhone }: Rules, type: ProviderType, identifier: string): void {
  if (type === "email" && !emails.isEmail(identifier)) throw new AppwriteError("general_invalid_email")
  if (type === "sms" && !isPhone(identifier)) throw new AppwriteError("general_invalid_phone")
}

/**
 * A target of a user, by its exact ID: other than for users, case counts here.
 * @throws AppwriteError `user_target_not_found`
 */
export function loadTarget(project: Project, user: User, targetId: string): Target {
  const target = targetsOf(project, user).find(({ $id }) => $id === targetId)
  if (target === undefined) throw new AppwriteError("user_target_not_found")
  return target
}
