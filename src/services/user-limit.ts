import { AppwriteError } from "../errors.ts"
import type { Project } from "../project/project.ts"

/**
 * Appwrite 1.9: nobody can sign up once the project has as many users as it wants.
 * @param message the route's own text, if it has one.
 * @throws AppwriteError `user_count_exceeded`
 */
export function checkUserLimit({ settings, database }: Project, message?: string): void {
  if (settings.userLimit > 0 && database.users.size >= settings.userLimit) {
    throw new AppwriteError("user_count_exceeded", message)
  }
}
