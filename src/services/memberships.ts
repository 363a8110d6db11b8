import type { Membership } from "../project/records/membership.ts"

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
export function membershipSearchText({ $id, userId }: Membership): string {
  return `${$id} ${userId}`
}
