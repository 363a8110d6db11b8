import { type Database, openDatabase } from "../../src/project/database.ts"
import type { DatabaseState } from "../../src/project/database-state.ts"
import { orphans } from "../../src/project/orphans.ts"
import { brokenIndexes } from "./broken-indexes.ts"

/**
 * What does not hold in a project's records, in words; empty if all is well: indexes agree with records, nothing belongs
 * to a user or team that is gone, and teams count no more members than they have.
 */
export function brokenInvariants(state: DatabaseState): string[] {
  const database = openDatabase(state.settings, state)
  return [...brokenIndexes(state), ...orphans(database), ...wrongTotals(database)]
}

/** Appwrite 1.9: a team's total counts confirmed members, but none that was invited first and then confirmed by a key. */
function wrongTotals({ teams, memberships }: Database): string[] {
  return Array.from(teams.values()).flatMap(({ $id, total }) => {
    const members = memberships.all("teamId", $id).filter(({ confirm }) => confirm).length
    return total <= members ? [] : [`teams: ${$id} says ${total} members and has ${members}`]
  })
}
