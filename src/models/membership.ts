import type { Membership } from "../project/records/membership.ts"
import { date, flag, text, texts } from "./members.ts"
import { listModel, model, since } from "./model.ts"

/** A membership as an answer shows it, with what is read from its user and team. */
export interface MembershipAnswer extends Membership {
  readonly userName: string
  readonly userEmail: string | null
  readonly userPhone: string | null
  readonly teamName: string
  readonly mfa: boolean
  readonly userAccessedAt: number | null
}

/** Appwrite 1.9: Membership. */
export const membership = model<MembershipAnswer>("membership", {
  $id: text,
  $createdAt: date,
  $updatedAt: date,
  userId: text,
  userName: text,
  userEmail: text,
  userPhone: since("1.9.2", text),
  teamId: text,
  teamName: text,
  invited: date,
  joined: date,
  confirm: flag,
  mfa: since("1.5.0", flag),
  userAccessedAt: date,
  roles: texts,
})

/** Appwrite 1.9: MembershipList. */
export const membershipList = listModel("memberships", membership)
