import { type Call, endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { membership } from "../../models/membership.ts"
import type { Membership } from "../../project/records/membership.ts"
import type { Team } from "../../project/records/team.ts"
import type { User } from "../../project/records/user.ts"
import { sameSecret } from "../../same-secret.ts"
import { asSecret } from "../../validators/as-secret.ts"
import { uid } from "../../validators/id.ts"
import { required } from "../../validators/parameter.ts"
import { text } from "../../validators/text.ts"
import { loadUser } from "../load-user.ts"
import { handOverSession } from "../log-in.ts"
import { membershipAnswer } from "../memberships.ts"
import { hashSecret } from "../secrets.ts"
import { prepareSession } from "../sessions.ts"
import { changeTotal } from "../team-total.ts"
import { updateUser } from "../update-user.ts"
import { checkIsOfTeam, findMembership, teamResource } from "./access.ts"

/** What came with the link of an invitation. */
interface Acceptance {
  readonly teamId: string
  readonly membershipId: string
  readonly userId: string
  readonly secret: string
}

/**
 * Appwrite 1.9: PATCH /v1/teams/:teamId/memberships/:membershipId/status. The secret proves the email, and guests are
 * logged in by it.
 */
export const updateStatus = endpoint({
  method: "PATCH",
  path: "/teams/:teamId/memberships/:membershipId/status",
  scopes: ["public"],
  params: {
    teamId: required(uid()),
    membershipId: required(uid()),
    userId: required(uid()),
    secret: required(asSecret(text(256))),
  },
  audit: "membership.update",
  event: "teams.[teamId].memberships.[membershipId].update.status",
  model: membership,
  action: async (call) => {
    const { world, project, caller, params, reply } = call
    const { user: invitee } = checkAcceptance(call, params)
    const login = { provider: "email", providerUid: invitee.email, factors: ["email"] } as const
    const startSession = caller.role === "users" ? undefined : await prepareSession(call, login)
    return () => {
      const { before, team, user } = checkAcceptance(call, params)
      const verified = updateUser(call, user, { emailVerification: true })
      if (startSession !== undefined) {
        handOverSession(call, startSession(verified))
        reply.actsAs(verified)
      }
      const now = world.clock.now()
      const after = project.database.memberships.replace({
        ...before,
        joined: now,
        confirm: true,
        $updatedAt: now,
      })
      changeTotal(call, team, 1)
      reply.actsOn(teamResource(team.$id))
      return membershipAnswer(after, verified, team.name)
    }
  },
})

/**
 * Whether the invitation is still open, and for the caller.
 * @throws AppwriteError `membership_not_found`, `team_not_found`, `team_membership_mismatch`, `team_invalid_secret`,
 * `team_invite_mismatch`, `membership_already_confirmed`
 */
function checkAcceptance(
  call: Call,
  params: Acceptance,
): { readonly before: Membership; readonly team: Team; readonly user: User } {
  const { project, caller } = call
  const before = findMembership(call, params.membershipId)
  if (before === undefined) throw new AppwriteError("membership_not_found")
  const team = project.database.teams.find("$id", params.teamId)
  if (team === undefined) throw new AppwriteError("team_not_found")
  checkIsOfTeam(before, team)
  if (!sameSecret(hashSecret(params.secret), before.secret)) throw new AppwriteError("team_invalid_secret")
  const callerId = caller.role === "users" ? caller.user.$id : params.userId
  if (params.userId !== before.userId || callerId !== before.userId) {
    const email = caller.role === "users" ? (caller.user.email ?? "") : ""
    throw new AppwriteError("team_invite_mismatch", `Invite does not belong to current user (${email})`)
  }
  if (before.confirm) throw new AppwriteError("membership_already_confirmed")
  return { before, team, user: loadUser(project, before.userId) }
}
