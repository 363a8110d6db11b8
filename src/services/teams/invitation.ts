import type { Call } from "../../endpoint.ts"
import { isEmpty } from "../../php/empty.ts"
import type { Membership } from "../../project/records/membership.ts"
import type { Team } from "../../project/records/team.ts"
import type { User } from "../../project/records/user.ts"
import { messageLink } from "../message-link.ts"
import { sendMessage } from "../send-message.ts"
import type { Invited } from "./invitee.ts"

/** What an invitation is about. */
export interface Invitation {
  readonly invited: Invited
  /** Where its link leads. */
  readonly url: string
  readonly team: Team
  readonly user: User
  readonly membership: Membership
  /** In the clear. */
  readonly secret: string
}

/**
 * Appwrite 1.9: the invitation goes to the user's email, or to the phone of those who were invited by it or have nothing
 * else; users without either get none.
 */
export function sendInvitation(call: Pick<Call, "world" | "project">, invitation: Invitation): void {
  const { invited, url, team, user, membership, secret } = invitation
  const isByPhone = isEmpty(invited.userId) && invited.email === ""
  const email = isByPhone ? "" : user.email
  const recipient = email || user.phone
  if (!recipient) return
  sendMessage(call, {
    kind: "invitation",
    channel: email ? "email" : "sms",
    recipient,
    userId: user.$id,
    secret,
    link: messageLink(url, {
      membershipId: membership.$id,
      userId: user.$id,
      secret,
      teamId: team.$id,
      teamName: team.name,
    }),
  })
}
