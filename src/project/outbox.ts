import type { Project } from "./project.ts"
import type { Message, MessageKind } from "./records/message.ts"

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

/** What a project would have sent, oldest first: all, or what is wanted of it. */
export function outboxOf(
  { id, database }: Project,
  isWanted: (message: Message) => boolean = () => true,
): OutboxMessage[] {
  const wanted: OutboxMessage[] = []
  for (const message of database.messages.values()) {
    if (!isWanted(message)) continue
    const { kind, channel, recipient, userId, secret, link, $createdAt } = message
    const sentAt = new Date($createdAt).toISOString()
    wanted.push({ project: id, kind, channel, recipient, userId, secret, link, sentAt })
  }
  return wanted
}
