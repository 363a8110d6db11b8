import type { Identity } from "../project/records/identity.ts"
import { date, text } from "./members.ts"
import { listModel, model } from "./model.ts"

/** Appwrite 1.9: Identity. */
export const identity = model<Identity>("identity", {
  $id: text,
  $createdAt: date,
  $updatedAt: date,
  userId: text,
  provider: text,
  providerUid: text,
  providerEmail: text,
  providerAccessToken: text,
  providerAccessTokenExpiry: date,
  providerRefreshToken: text,
})

/** Appwrite 1.9: IdentityList. */
export const identityList = listModel("identities", identity)
