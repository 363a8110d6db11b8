import type { Key } from "../project/records/key.ts"
import { date, text, texts } from "./members.ts"
import { listModel, model } from "./model.ts"

/** Appwrite 1.9: Key. The secret is told each time. */
export const key = model<Key>("key", {
  $id: text,
  $createdAt: date,
  $updatedAt: date,
  name: text,
  expire: date,
  scopes: texts,
  secret: text,
  accessedAt: date,
  sdks: texts,
})

/** Appwrite 1.9: KeyList. */
export const keyList = listModel("keys", key)
