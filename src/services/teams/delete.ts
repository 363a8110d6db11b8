import { endpoint } from "../../endpoint.ts"
import { team as teamModel } from "../../models/team.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { checkMayChangeTeam, loadTeam, teamResource } from "./access.ts"

/** Appwrite 1.9: DELETE /v1/teams/:teamId, with all its memberships. */
export const removeTeam = endpoint({
  method: "DELETE",
  path: "/teams/:teamId",
  scopes: ["teams.write"],
  params: { teamId: required(uid()) },
  audit: "team.delete",
  event: "teams.[teamId].delete",
  action: (call) => {
    const { memberships, teams } = call.project.database
    const team = loadTeam(call, call.params.teamId)
    checkMayChangeTeam(call, team)
    for (const membership of memberships.all("teamId", team.$id)) memberships.remove(membership)
    teams.remove(team)
    call.reply.tells(teamModel, team)
    call.reply.actsOn(teamResource(team.$id))
  },
})
