import type { Database } from "./database.ts"
import { OF_USER } from "./of-user.ts"

/** Records that belong to a user or a team that is not there, in words; no request leaves any. */
export function* orphans(database: Database): Generator<string> {
  const { users, teams, memberships } = database
  for (const name of OF_USER) {
    for (const { $id, userId } of database[name].values()) {
      if (users.find("$id", userId) === undefined) {
        yield `${name}: ${$id} belongs to the user ${userId}, who is not there`
      }
    }
  }
  for (const { $id, teamId } of memberships.values()) {
    if (teams.find("$id", teamId) === undefined) {
      yield `memberships: ${$id} belongs to the team ${teamId}, which is not there`
    }
  }
}
