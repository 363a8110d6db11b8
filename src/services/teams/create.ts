import { type CallWith, endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { team } from "../../models/team.ts"
import type { Team } from "../../project/records/team.ts"
import type { User } from "../../project/records/user.ts"
import { DuplicateError } from "../../store/collection.ts"
import { customId, roles } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { chosenId } from "../create-user.ts"
import { OWNER, teamResource } from "./access.ts"

/** Appwrite 1.9: POST /v1/teams. A user becomes the first member and an owner; a key makes a team without members. */
export const createTeam = endpoint({
  method: "POST",
  path: "/teams",
  scopes: ["teams.write"],
  params: {
    teamId: required(customId()),
    name: required(text(128)),
    roles: optional(roles(36), [OWNER]),
  },
  audit: "team.create",
  event: "teams.[teamId].create",
  model: team,
  action: (call) => {
    const { caller, reply } = call
    const founder = caller.role === "users" ? caller.user : undefined
    const created = insertTeam(call, founder === undefined ? 0 : 1)
    if (founder !== undefined) insertFounder(call, created, founder)
    reply.actsOn(teamResource(created.$id))
    return created
  },
})

type CreateCall = CallWith<{
  readonly teamId: string
  readonly name: string
  readonly roles: readonly string[]
}>

/** @throws AppwriteError `team_already_exists` */
function insertTeam({ world, project, params }: CreateCall, total: number): Team {
  const now = world.clock.now()
  try {
    return project.database.teams.insert(($sequence) => ({
      $sequence,
      $id: chosenId(world, params.teamId),
      $createdAt: now,
      $updatedAt: now,
      name: params.name,
      total,
      prefs: [],
    }))
  } catch (error) {
    throw error instanceof DuplicateError ? new AppwriteError("team_already_exists") : error
  }
}

function insertFounder({ world, project, params }: CreateCall, team: Team, founder: User): void {
  const now = world.clock.now()
  project.database.memberships.insert(($sequence) => ({
    $sequence,
    $id: world.uniqueId(),
    $createdAt: now,
    $updatedAt: now,
    userId: founder.$id,
    teamId: team.$id,
    roles: params.roles.includes(OWNER) ? params.roles : [...params.roles, OWNER],
    invited: now,
    joined: now,
    confirm: true,
    secret: "",
  }))
}
