import type { UserAnswer } from "../models/user.ts"
import type { Project } from "../project/project.ts"
import type { Target } from "../project/records/target.ts"
import type { User } from "../project/records/user.ts"

/** Appwrite 1.9: the targets of a user that are loaded with it. */
const MOST_TARGETS = 1000

/** The targets of a user, in order of creation. */
export function targetsOf({ database }: Project, user: User): Target[] {
  return database.targets.all("userId", user.$id).slice(0, MOST_TARGETS)
}

/** A user as answers show it. */
export function userAnswer(
  project: Project,
  user: User,
  targets: readonly Target[] = targetsOf(project, user),
): UserAnswer {
  return { ...user, ...user.storedPassword, targets, impersonatorUserId: null }
}
