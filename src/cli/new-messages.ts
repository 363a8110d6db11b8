import type { OutboxMessage } from "../project/outbox.ts"

/**
 * Brings of all messages those that it has not brought yet.
 * @returns to be given all messages, project by project; one whose outbox was emptied in the meantime begins anew.
 */
export function newMessages(): (all: readonly OutboxMessage[]) => readonly OutboxMessage[] {
  let before: readonly OutboxMessage[] = []
  return (all) => {
    const fresh = [...new Set(all.map(({ project }) => project))].flatMap((id) =>
      added(before.filter(isOf(id)), all.filter(isOf(id))),
    )
    before = all
    return fresh
  }
}

function isOf(id: string) {
  return ({ project }: OutboxMessage): boolean => project === id
}

function added(before: readonly OutboxMessage[], now: readonly OutboxMessage[]): readonly OutboxMessage[] {
  const isContinued = before.every((message, index) => JSON.stringify(message) === JSON.stringify(now[index]))
  return isContinued ? now.slice(before.length) : now
}
