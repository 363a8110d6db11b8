import { checkMembers, oneOf, type Rules, TEXT } from "../check-members.ts"
import { messageTimeout } from "../emulator-error.ts"
import { type OutboxMessage, outboxOf } from "../project/outbox.ts"
import type { Project } from "../project/project.ts"
import { MESSAGE_CHANNELS, MESSAGE_KINDS, type Message } from "../project/records/message.ts"
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
/** So many of what was there instead are enough to see what went wrong. */
const MOST_TOLD = 20

/** @returns tells whether a message of a project is meant. */
function matcherOf({ recipient, project, kind, channel, userId }: MessageFilter, projectId: string) {
  const sentTo = recipient?.toLowerCase()
  return (message: Message): boolean =>
    (project === undefined || project === projectId) &&
    (kind === undefined || kind === message.kind) &&
    (channel === undefined || channel === message.channel) &&
    (userId === undefined || userId === message.userId) &&
    (sentTo === undefined || sentTo === message.recipient.toLowerCase())
}

/** @param projects whose messages it shows, as they are when they are asked for. */
export function newOutbox(projects: () => readonly Project[], arrivals: Arrivals): Outbox {
  const found = (filter: MessageFilter) =>
    projects().flatMap((project) => outboxOf(project, matcherOf(filter, project.id)))
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
      const there = list()
      const seen = there
        .slice(-MOST_TOLD)
        .map(({ kind, channel, recipient }) => `${kind} by ${channel} to ${recipient}`)
      throw messageTimeout(filter, timeout, seen, there.length - seen.length)
    },
    clear(filter = {}) {
      checkMembers("", filter, FILTER)
      for (const { database, id } of projects()) {
        const meant = [...database.messages.values()].filter(matcherOf(filter, id))
        for (const message of meant) database.messages.remove(message)
      }
    },
  }
}
