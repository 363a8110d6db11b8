import { type CallWith, endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { membership } from "../../models/membership.ts"
import { Outdated } from "../../outdated.ts"
import { isEmpty } from "../../php/empty.ts"
import type { Membership } from "../../project/records/membership.ts"
import type { Team } from "../../project/records/team.ts"
import type { User } from "../../project/records/user.ts"
import { randomHex } from "../../store/randomness.ts"
import { keepsWrites } from "../../store/transaction.ts"
import { email } from "../../validators/email.ts"
import { memberRoles, uid } from "../../validators/id.ts"
import { optional, required } from "../../validators/parameter.ts"
import { phone } from "../../validators/phone.ts"
import { redirectUrl } from "../../validators/redirect-url.ts"
import { text } from "../../validators/text.ts"
import { membershipAnswer } from "../memberships.ts"
import { hashSecret } from "../secrets.ts"
import { changeTotal } from "../team-total.ts"
import { loadTeam, mayChangeTeam, teamResource } from "./access.ts"
import { sendInvitation } from "./invitation.ts"
import { findInvitee, type Invited, prepareInvitee } from "./invitee.ts"

const SECRET_LENGTH = 256

/**
 * Appwrite 1.9: POST /v1/teams/:teamId/memberships. An API key makes members, users invite them. A user who is not there
 * yet is created before it is asked whether the caller may invite at all, and stays.
 */
export const createMembership = endpoint({
  method: "POST",
  path: "/teams/:teamId/memberships",
  scopes: ["teams.write"],
  authMethod: "invites",
  rateLimit: { limit: 10 },
  params: {
    teamId: required(uid()),
    email: optional(email(), ""),
    userId: optional(uid(), ""),
    phone: optional(phone(), ""),
    roles: required(memberRoles()),
    url: optional(redirectUrl(), ""),
    name: optional(text(128), ""),
  },
  audit: "membership.create",
  event: "teams.[teamId].memberships.[membershipId].create",
  model: membership,
  action: async (call) => {
    const { caller, params, reply } = call
    const invited = { ...params, email: params.email.toLowerCase() }
    if (params.url === "" && caller.role !== "applications") {
      throw new AppwriteError("general_argument_invalid", "URL is required")
    }
    if (isEmpty(invited.userId) && invited.email === "" && invited.phone === "") {
      throw new AppwriteError(
        "general_argument_invalid",
        "At least one of userId, email, or phone is required",
      )
    }
    loadTeam(call, params.teamId)
    const takeInvitee = await prepareTaking(call, invited)
    return () => {
      const team = loadTeam(call, params.teamId)
      const user = takeInvitee()
      if (!mayChangeTeam(call, team)) {
        throw keepsWrites(
          new AppwriteError("user_unauthorized", "User is not allowed to send invitations for this team"),
        )
      }
      const secret = randomHex(call.world.randomness, SECRET_LENGTH)
      const member = storeMembership(call, team, user, secret)
      if (caller.role !== "applications") {
        sendInvitation(call, { invited, url: params.url, team, user, membership: member, secret })
      }
      reply.actsOn(teamResource(team.$id))
      return membershipAnswer(member, user, team.name)
    }
  },
})

/** Who is invited: looked up again when it comes to writing, and created if there is nobody. */
async function prepareTaking(call: CallWith<unknown>, invited: Invited): Promise<() => User> {
  const create = findInvitee(call, invited) === undefined ? await prepareInvitee(call, invited) : undefined
  return () => {
    const user = findInvitee(call, invited) ?? create?.()
    if (user === undefined) throw new Outdated()
    return user
  }
}

/**
 * Appwrite 1.9: who was invited before is invited anew: with a new secret and the old roles. Those who become members by
 * that with an API key are not counted.
 * @throws AppwriteError `membership_already_confirmed`
 */
function storeMembership(
  call: CallWith<{ readonly roles: readonly string[] }>,
  team: Team,
  user: User,
  secret: string,
): Membership {
  const { world, project, caller, params } = call
  const { memberships } = project.database
  const now = world.clock.now()
  const confirm = caller.role === "applications"
  const changes = {
    $updatedAt: now,
    invited: now,
    joined: confirm ? now : null,
    confirm,
    secret: hashSecret(secret),
  }
  const before = memberships.find("teamMember", `${team.$id} ${user.$id}`)
  const refusal = before && project.rules.teams.inviteRefusal(before)
  if (refusal !== undefined) throw refusal
  if (before !== undefined) return memberships.replace({ ...before, ...changes })
  const created = memberships.insert(($sequence) => ({
    $sequence,
    $id: world.uniqueId(),
    $createdAt: now,
    userId: user.$id,
    teamId: team.$id,
    roles: params.roles,
    ...changes,
    ...(!confirm && project.rules.teams.invited),
  }))
  if (confirm) changeTotal(call, team, 1)
  return created
}
