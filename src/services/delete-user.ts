import type { Project } from "../project/project.ts"
import type { User } from "../project/records/user.ts"
import { deleteSessions } from "./sessions.ts"

/**
 * Deletes a user with everything that is theirs, so that ID, email and phone can be used again at once. Appwrite 1.9
 * leaves a part of it to a worker, some seconds later; here all is done when the answer comes.
 */
export function deleteUser({ database }: Project, user: User): void {
  for (const membership of database.memberships.all("userId", user.$id)) {
    database.memberships.remove(membership)
    const team = database.teams.find("$id", membership.teamId)
    if (team !== undefined && membership.confirm) {
      database.teams.replace({ ...team, total: Math.max(0, team.total - 1) })
    }
  }
  for (const target of database.targets.all("userId", user.$id)) database.targets.remove(target)
  deleteSessions(database, user)
  for (const token of database.tokens.all("userId", user.$id)) database.tokens.remove(token)
  for (const identity of database.identities.all("userId", user.$id)) database.identities.remove(identity)
  for (const totp of database.authenticators.all("userId", user.$id)) database.authenticators.remove(totp)
  for (const challenge of database.challenges.all("userId", user.$id)) database.challenges.remove(challenge)
  for (const log of database.logs.all("userId", user.$id)) database.logs.remove(log)
  database.users.remove(user)
}
