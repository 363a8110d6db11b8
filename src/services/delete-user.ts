import type { Call } from "../endpoint.ts"
import { OF_USER } from "../project/of-user.ts"
import type { User } from "../project/records/user.ts"
import type { Document } from "../store/document.ts"
import { changeTotal } from "./team-total.ts"

/**
 * Deletes a user with everything that is theirs, so that ID, email and phone can be used again at once. Appwrite 1.9
 * leaves a part of it to a worker, some seconds later; here all is done when the answer comes.
 */
export function deleteUser(scene: Pick<Call, "world" | "project">, user: User): void {
  const { database } = scene.project
  for (const membership of database.memberships.all("userId", user.$id)) {
    const team = database.teams.find("$id", membership.teamId)
    if (team !== undefined && membership.confirm && team.total > 0) changeTotal(scene, team, -1)
  }
  for (const name of OF_USER) removeAll(database[name], user)
  database.users.remove(user)
}

/** A collection of any of them; what it is told to remove comes from itself. */
interface OfUser {
  all(index: "userId", userId: string): Document[]
  remove(record: Document): void
}

function removeAll(records: OfUser, { $id }: User): void {
  for (const record of records.all("userId", $id)) records.remove(record)
}
