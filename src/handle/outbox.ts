import { checkMembers, oneOf, type Rules, TEXT } from "../check-members.ts"
import { messageTimeout } from "../emulator-error.ts"
import { type OutboxMessage, outboxOf } from "../project/outbox.ts"
import type { Project } from "../project/project.ts"
import { MESSAGE_CHANNELS, MESSAGE_KINDS } from "../project/records/message.ts"
import type { Arrivals } from "./arrivals.ts"

/** Which messages are meant: those that have all that is named. Recipients are compared without case. */
export type MessageFilter = Partial<
  Pick<OutboxMessage, "project" | "kind" | "channel" | "recipient" | "userId">
>

const FILTER: Rules<MessageFilter> = {
  project: TEXT,
  kind: oneOf(...MESSAGE_KINDS),
  channel: oneOf(...MESSAGE_CHANNELS),
  recipient: TEXT,
  userId: TEXT,
}

export interface WaitOptions {
  /** Milliseconds of real time; by default 5000. */
  readonly timeout?: number
}

/**
 * What would have been sent by mail and SMS: codes, links, alerts. A filter that names what messages do not have is refused
 * with an EmulatorError `option_unknown` or `option_invalid`: it would match them all, or none.
 */
export interface Outbox {
  /** Oldest first; project by project. */
  list(filter?: MessageFilter): OutboxMessage[]
  /**
   * The newest message that matches: at once if there is one, otherwise as soon as it comes.
   * @throws EmulatorError `message_timeout`, which tells what was there; `emulator_closed`
   */
  waitFor(filter?: MessageFilter, options?: WaitOptions): Promise<OutboxMessage>
  /** Takes the messages out that match. */
  clear(filter?: MessageFilter): void
}

const DEFAULT_TIMEOUT = 5000

function matches(message: OutboxMessage, filter: MessageFilter): boolean {
  const { recipient, project, kind, channel, userId } = filter
  return (
    (recipient === undefined || recipient.toLowerCase() === message.recipient.toLowerCase()) &&
    (project === undefined || project === message.project) &&
    (kind === undefined || kind === message.kind) &&
    (channel === undefined || channel === message.channel) &&
    (userId === undefined || userId === message.userId)
  )
}

/** @param projects whose messages it shows, as they are when they are asked for. */
export function newOutbox(projects: () => readonly Project[], arrivals: Arrivals): Outbox {
  const found = (filter: MessageFilter) =>
    projects()
      .flatMap(outboxOf)
      .filter((message) => matches(message, filter))
  const list = (filter: MessageFilter = {}) => {
    checkMembers("", filter, FILTER)
    return found(filter)
  }
  return {
    list,
    async waitFor(filter = {}, { timeout = DEFAULT_TIMEOUT } = {}) {
      checkMembers("", filter, FILTER)
      const message = await arrivals.until(() => found(filter).at(-1), timeout)
      if (message !== undefined) return message
      const seen = list().map(({ kind, channel, recipient }) => `${kind} by ${channel} to ${recipient}`)
      throw messageTimeout(filter, timeout, seen)
    },
    clear(filter = {}) {
      checkMembers("", filter, FILTER)
      for (const { database, id } of projects()) {
        for (const message of [...database.messages.values()]) {
          if (matches({ ...message, project: id, sentAt: "" }, filter)) database.messages.remove(message)
        }
      }
    },
  }
}
