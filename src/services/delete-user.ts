import type { Call } from "../endpoint.ts"
import type { User } from "../project/records/user.ts"
import { changeTotal } from "./team-total.ts"

/**
 * Deletes a user with everything that is theirs, so that ID, email and phone can be used again at once. Appwrite 1.9
 * leaves a part of it to a worker, some seconds later; here all is done when the answer comes.
 */
export function deleteUser(scene: Pick<Call, "world" | "project">, user: User): void {
  const { database } = scene.project
  for (const membership of database.memberships.all("userId", user.$id)) {
    database.memberships.remove(membership)
    const team = database.teams.find("$id", membership.teamId)
    if (team !== undefined && membership.confirm && team.total > 0) changeTotal(scene, team, -1)
  }
  for (const target of database.targets.all("userId", user.$id)) database.targets.remove(target)
  // Also those that a copy of the user lacks: they go by the user's number.
  for (const session of database.sessions.all("userId", user.$id)) database.sessions.remove(session)
  for (const token of database.tokens.all("userId", user.$id)) database.tokens.remove(token)
  for (const identity of database.identities.all("userId", user.$id)) database.identities.remove(identity)
  for (const totp of database.authenticators.all("userId", user.$id)) database.authenticators.remove(totp)
  for (const challenge of database.challenges.all("userId", user.$id)) database.challenges.remove(challenge)
  database.users.remove(user)
}
