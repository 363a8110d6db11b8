import type { Project } from "./project.ts"
import type { MessageKind } from "./records/message.ts"

/** A message that the real server would have sent, as people get to see it. */
export interface OutboxMessage {
  /** ID of the project. */
  readonly project: string
  readonly kind: MessageKind
  readonly channel: "email" | "sms"
  /** Email address or phone number. */
  readonly recipient: string
  readonly userId: string
  /** What the recipient is to send back: a code or the secret of the link; `""` if nothing. */
  readonly secret: string
  /** The link that the message would hold; `""` if none. */
  readonly link: string
  /** ISO 8601. */
  readonly sentAt: string
}

/** All that a project would have sent, oldest first. */
export function outboxOf({ id, database }: Project): OutboxMessage[] {
  return Array.from(
    database.messages.values(),
    ({ kind, channel, recipient, userId, secret, link, $createdAt }) => ({
      project: id,
      kind,
      channel,
      recipient,
      userId,
      secret,
      link,
      sentAt: new Date($createdAt).toISOString(),
    }),
  )
}
