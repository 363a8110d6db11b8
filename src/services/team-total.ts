import type { Call } from "../endpoint.ts"
import type { Team } from "../project/records/team.ts"

/** Appwrite 1.9: a team counts its confirmed members as they come and go, which moves its `$updatedAt`. */
export function changeTotal(
  { world, project }: Pick<Call, "world" | "project">,
  team: Team,
  change: 1 | -1,
): Team {
  const total = team.total + change
  return project.database.teams.replace({ ...team, total, $updatedAt: world.clock.now() })
}
