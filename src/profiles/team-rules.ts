import type { AppwriteError } from "../errors.ts"
import type { Membership } from "../project/records/membership.ts"

/** What a version does about teams. */
export interface TeamRules {
  /** Characters of a member's role. */
  readonly longestRole: number
  /** Why somebody can't be invited who was before; `undefined`: they are invited anew. */
  inviteRefusal(before: Membership): AppwriteError | undefined
  /** What is special about a membership that begins with an invitation. */
  readonly invited: Pick<Membership, "unseen">
  /** Memberships of a user that are listed where nobody asks for a number. */
  readonly mostOfUser: number
}
