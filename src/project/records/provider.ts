import type { PhpArray } from "../../php/value.ts"
import type { Document } from "../../store/document.ts"
import type { ProviderType } from "./target.ts"

/** A service that delivers messages. */
export interface Provider extends Document {
  readonly name: string
  /** `smtp`, `sendgrid`, `fcm`, … */
  readonly provider: string
  readonly enabled: boolean
  readonly type: ProviderType
  readonly credentials: PhpArray
  readonly options: PhpArray
}
