import { AppwriteError } from "../errors.ts"
import type { Project } from "../project/project.ts"
import type { User } from "../project/records/user.ts"

/** @throws AppwriteError `user_not_found` */
export function loadUser(project: Project, userId: string): User {
  const user = project.database.users.find("$id", userId)
  if (user === undefined) throw new AppwriteError("user_not_found")
  return user
}
