import type { Document } from "../../store/document.ts"

/** The ways a message can reach a user. */
export type ProviderType = "email" | "sms" | "push"

/** An address that messages of one provider type can be sent to. */
export interface Target extends Document {
  readonly userId: string
  readonly name: string | null
  readonly providerType: ProviderType
  readonly providerId: string | null
  readonly identifier: string
  /** The session of the device that push notifications go to: it takes the target with it when it ends. */
  readonly sessionId: string | null
  readonly expired: boolean
}
