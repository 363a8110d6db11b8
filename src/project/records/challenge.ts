import type { Document } from "../../store/document.ts"

/** A request to prove one more factor, until it is solved. */
export interface Challenge extends Document {
  readonly userId: string
  /** As the client spelled it: only the exact names can be solved. */
  readonly type: string
  readonly code: string
  readonly expire: number
}
