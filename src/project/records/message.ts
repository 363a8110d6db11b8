import type { Document } from "../../store/document.ts"

/** Why a message is sent. */
export const MESSAGE_KINDS = [
  "otp",
  "magicUrl",
  "recovery",
  "verification",
  "challenge",
  "invitation",
  "sessionAlert",
] as const

export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** How a message is sent. */
export const MESSAGE_CHANNELS = ["email", "sms"] as const

/** A message that the real server would have sent: it stays in the outbox. */
export interface Message extends Document {
  readonly kind: MessageKind
  readonly channel: (typeof MESSAGE_CHANNELS)[number]
  /** Email address or phone number. */
  readonly recipient: string
  readonly userId: string
  /** What the recipient is to send back, in the clear; `""` if nothing. */
  readonly secret: string
  /** The link of the message; `""` if it has none. */
  readonly link: string
}
