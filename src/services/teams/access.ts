import type { Call } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import type { Membership } from "../../project/records/membership.ts"
import type { Team } from "../../project/records/team.ts"

/** Who asks, and where. */
export type Scene = Pick<Call, "project" | "caller">

/** Appwrite 1.9: the role that may change a team and its members. */
export const OWNER = "owner"

/** The confirmed membership of the caller; invitations give no rights. */
function ownMembership({ project, caller }: Scene, team: Team): Membership | undefined {
  if (caller.role !== "users") return undefined
  const membership = project.database.memberships.find("teamMember", `${team.$id} ${caller.user.$id}`)
  return membership?.confirm ? membership : undefined
}

function mayReadTeam(scene: Scene, team: Team): boolean {
  return scene.caller.role === "applications" || ownMembership(scene, team) !== undefined
}

/** Appwrite 1.9: API keys may change all teams, users those that they own. */
export function mayChangeTeam(scene: Scene, team: Team): boolean {
  return scene.caller.role === "applications" || (ownMembership(scene, team)?.roles.includes(OWNER) ?? false)
}

/** @throws AppwriteError `user_unauthorized` */
export function checkMayChangeTeam(scene: Scene, team: Team, message?: string): void {
  if (!mayChangeTeam(scene, team)) throw new AppwriteError("user_unauthorized", message)
}

/** A team as far as the caller may see it: for others than its members there is none. */
export function findTeam(scene: Scene, teamId: string): Team | undefined {
  const team = scene.project.database.teams.find("$id", teamId)
  return team !== undefined && mayReadTeam(scene, team) ? team : undefined
}

/** @throws AppwriteError `team_not_found` */
export function loadTeam(scene: Scene, teamId: string): Team {
  const team = findTeam(scene, teamId)
  if (team === undefined) throw new AppwriteError("team_not_found")
  return team
}

/** The teams that the caller is a member of, in order of creation. */
export function ownTeams({ project, caller }: Scene): Team[] {
  if (caller.role !== "users") return []
  const teams: Team[] = []
  for (const { confirm, teamId } of project.database.memberships.all("userId", caller.user.$id)) {
    const team = confirm ? project.database.teams.find("$id", teamId) : undefined
    if (team !== undefined) teams.push(team)
  }
  return teams.sort((a, b) => a.$sequence - b.$sequence)
}

/**
 * A membership as far as the caller may see it. Appwrite 1.9: everybody may read those that began with an invitation;
 * the one that came with its team, which has no secret, is for the members of the team.
 */
export function findMembership(scene: Scene, membershipId: string): Membership | undefined {
  const membership = scene.project.database.memberships.find("$id", membershipId)
  if (membership === undefined || membership.secret !== "") return membership
  return findTeam(scene, membership.teamId) === undefined ? undefined : membership
}

/** @throws AppwriteError `team_membership_mismatch` */
export function checkIsOfTeam(membership: Membership, team: Team): void {
  if (membership.teamId !== team.$id) throw new AppwriteError("team_membership_mismatch")
}

/** What the audit log calls a team. */
export function teamResource(teamId: string): string {
  return `team/${teamId}`
}
