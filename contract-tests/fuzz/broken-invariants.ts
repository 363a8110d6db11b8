import { openDatabase } from "../../src/project/database.ts"
import type { CollectionName, DatabaseState } from "../../src/project/database-state.ts"
import { brokenIndexes } from "./broken-indexes.ts"

/** Records that go with their user: where there is one of these, there is the user. */
export const OF_USER = [
  "targets",
  "sessions",
  "tokens",
  "identities",
  "authenticators",
  "challenges",
  "memberships",
] as const satisfies readonly CollectionName[]

/**
 * What does not hold in a project's records, in words; empty if all is well: indexes agree with records, nothing belongs
 * to a user or team that is gone, and teams count their members.
 */
export function brokenInvariants(state: DatabaseState): string[] {
  return [...brokenIndexes(state), ...orphans(state), ...wrongTotals(state)]
}

function orphans(state: DatabaseState): string[] {
  const { users, teams } = openDatabase(state.settings, state)
  const owned = OF_USER.flatMap((name): Owned[] =>
    ownedBy(state[name].records.values()).map((one) => ({ ...one, name })),
  )
  const ofNobody = owned
    .filter(({ userId }) => users.find("$id", userId) === undefined)
    .map(({ name, $id, userId }) => `${name}: ${$id} belongs to ${userId}, who is not there`)
  const ofNoTeam = [...state.memberships.records.values()]
    .filter(({ teamId }) => teams.find("$id", teamId) === undefined)
    .map(({ $id, teamId }) => `memberships: ${$id} belongs to the team ${teamId}, which is not there`)
  return [...ofNobody, ...ofNoTeam]
}

interface Owned {
  readonly name: CollectionName
  readonly $id: string
  readonly userId: string
}

function ownedBy(records: Iterable<Omit<Owned, "name">>): Omit<Owned, "name">[] {
  return Array.from(records, ({ $id, userId }) => ({ $id, userId }))
}

/** Appwrite 1.9: a team's total is the number of its confirmed members. */
function wrongTotals(state: DatabaseState): string[] {
  const { teams, memberships } = openDatabase(state.settings, state)
  return Array.from(teams.values()).flatMap(({ $id, total }) => {
    const members = memberships.all("teamId", $id).filter(({ confirm }) => confirm).length
    return total === members ? [] : [`teams: ${$id} says ${total} members and has ${members}`]
  })
}
