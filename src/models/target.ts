import type { Target } from "../project/records/target.ts"
import { date, flag, text, textOrNull } from "./members.ts"
import { listModel, model } from "./model.ts"

/** Appwrite 1.9: Target. */
export const target = model<Target>("target", {
  $id: text,
  $createdAt: date,
  $updatedAt: date,
  name: text,
  userId: text,
  providerId: textOrNull,
  providerType: text,
  identifier: text,
  expired: flag,
})

/** Appwrite 1.9: TargetList. */
export const targetList = listModel("targets", target)
