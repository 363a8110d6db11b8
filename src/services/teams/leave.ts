import { endpoint } from "../../endpoint.ts"
import { AppwriteError, serverFault } from "../../errors.ts"
import { membership as membershipModel } from "../../models/membership.ts"
import { keepsWrites } from "../../store/transaction.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { loadUser } from "../load-user.ts"
import { membershipAnswer } from "../memberships.ts"
import { changeTotal } from "../team-total.ts"
import { checkIsOfTeam, findMembership, loadTeam, mayChangeTeam, type Scene, teamResource } from "./access.ts"

/**
 * Appwrite 1.9: DELETE /v1/teams/:teamId/memberships/:membershipId, for owners and for the member. A total that is 0
 * already, which comes of members that were never counted, makes the real server fail when the membership is gone.
 */
export const deleteMembership = endpoint({
  method: "DELETE",
  path: "/teams/:teamId/memberships/:membershipId",
  scopes: ["teams.write"],
  params: { teamId: required(uid()), membershipId: required(uid()) },
  audit: "membership.delete",
  event: "teams.[teamId].memberships.[membershipId].delete",
  action: (call) => {
    const { project, params, reply } = call
    const membership = findMembership(call, params.membershipId)
    if (membership === undefined) throw new AppwriteError("team_invite_not_found")
    const user = loadUser(project, membership.userId)
    const team = loadTeam(call, params.teamId)
    checkIsOfTeam(membership, team)
    if (!isOwn(call, membership.userId) && !mayChangeTeam(call, team)) {
      throw new AppwriteError("user_unauthorized")
    }
    project.database.memberships.remove(membership)
    reply.tells(membershipModel, { ...membershipAnswer(membership, user, ""), userName: "", userEmail: null })
    reply.actsOn(teamResource(team.$id))
    if (!membership.confirm) return
    if (team.total === 0) throw keepsWrites(serverFault("the total can't fall below 0"))
    changeTotal(call, team, -1)
  },
})

function isOwn({ caller }: Scene, userId: string): boolean {
  return caller.role === "users" && caller.user.$id === userId
}
