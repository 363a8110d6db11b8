import type { PhpArray } from "../php/value.ts"
import { object } from "./members.ts"
import type { Model } from "./model.ts"

/** Appwrite 1.9: Preferences: the stored object itself. */
export const preferences: Model<PhpArray> = {
  name: "preferences",
  shape: { kind: "object" },
  write: object.write,
}
