import type { MembershipAnswer } from "../../models/membership.ts"
import type { Membership } from "../../project/records/membership.ts"
import type { MembershipPrivacy } from "../../project/settings.ts"
import { loadUser } from "../load-user.ts"
import { verifiedFactors } from "../mfa.ts"
import type { Scene } from "./access.ts"

const EVERYTHING: MembershipPrivacy = {
  userId: true,
  userEmail: true,
  userPhone: true,
  userName: true,
  userMFA: true,
  userAccessedAt: true,
}

/**
 * Appwrite 1.9: a membership as the team's lists show it: to API keys with all that is known of the user now, to users
 * with what the project wants them to see, of themselves too.
 */
export function memberAnswer(
  { project, caller }: Scene,
  membership: Membership,
  teamName: string,
): MembershipAnswer {
  const user = loadUser(project, membership.userId)
  const shows = caller.role === "applications" ? EVERYTHING : project.settings.membershipPrivacy
  return {
    ...membership,
    teamName,
    userId: shows.userId ? user.$id : "",
    userName: shows.userName ? user.name : "",
    userEmail: shows.userEmail ? user.email : null,
    userPhone: shows.userPhone ? user.phone : null,
    mfa: shows.userMFA && user.mfa && Object.values(verifiedFactors(project, user)).includes(true),
    userAccessedAt: shows.userAccessedAt ? user.accessedAt : null,
  }
}
