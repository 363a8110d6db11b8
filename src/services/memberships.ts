import type { MembershipAnswer } from "../models/membership.ts"
import type { Membership } from "../project/records/membership.ts"
import type { User } from "../project/records/user.ts"
import { searchedText } from "../queries/searched-text.ts"

/** Appwrite 1.9: what lists of memberships can be filtered and ordered by. */
export const membershipAttributes = {
  userId: "string",
  teamId: "string",
  invited: "datetime",
  joined: "datetime",
  confirm: "boolean",
  roles: "string[]",
} as const

/** Appwrite 1.9: what the search of memberships looks at. */
export const membershipSearchText = searchedText<Membership>(({ $id, userId }) => `${$id} ${userId}`)

/**
 * Appwrite 1.9: a membership as most routes show it: of the user they fill in no more than name and email, whatever the
 * project wants clients to see.
 */
export function membershipAnswer(
  membership: Membership,
  { name: userName, email: userEmail }: User,
  teamName: string,
): MembershipAnswer {
  return { ...membership, teamName, userName, userEmail, userPhone: null, userAccessedAt: null, mfa: false }
}
