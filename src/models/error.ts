import { integer, text } from "./members.ts"
import { model } from "./model.ts"

/** Appwrite 1.9: Error. */
export const error = model<{
  readonly message: string
  readonly code: number
  readonly type: string
  readonly version: string
}>("error", { message: text, code: integer, type: text, version: text })
