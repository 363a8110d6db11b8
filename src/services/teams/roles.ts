import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { membership } from "../../models/membership.ts"
import { memberRoles, uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { loadUser } from "../load-user.ts"
import { membershipAnswer } from "../memberships.ts"
import { checkIsOfTeam, checkMayChangeTeam, findMembership, loadTeam, teamResource } from "./access.ts"

/** Appwrite 1.9: PATCH /v1/teams/:teamId/memberships/:membershipId. All roles are replaced. */
export const updateRoles = endpoint({
  method: "PATCH",
  path: "/teams/:teamId/memberships/:membershipId",
  scopes: ["teams.write"],
  params: { teamId: required(uid()), membershipId: required(uid()), roles: required(memberRoles()) },
  audit: "membership.update",
  event: "teams.[teamId].memberships.[membershipId].update",
  model: membership,
  action: (call) => {
    const { world, project, params, reply } = call
    const team = loadTeam(call, params.teamId)
    const before = findMembership(call, params.membershipId)
    if (before === undefined) throw new AppwriteError("membership_not_found")
    checkIsOfTeam(before, team)
    const user = loadUser(project, before.userId)
    checkMayChangeTeam(call, team, "User is not allowed to modify roles")
    reply.actsOn(teamResource(team.$id))
    const isSame =
      before.roles.length === params.roles.length &&
      before.roles.every((role, index) => role === params.roles[index])
    const after = isSame
      ? before
      : project.database.memberships.replace({
          ...before,
          roles: params.roles,
          $updatedAt: world.clock.now(),
        })
    return membershipAnswer(after, user, team.name)
  },
})
