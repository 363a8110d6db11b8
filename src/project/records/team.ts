import type { PhpArray } from "../../php/value.ts"
import type { Document } from "../../store/document.ts"

/** A group of users. `total` counts its confirmed members. */
export interface Team extends Document {
  readonly name: string
  readonly total: number
  readonly prefs: PhpArray
}
