import type { Call } from "../endpoint.ts"
import { insertBounded } from "../project/insert-bounded.ts"
import type { Message } from "../project/records/message.ts"
import type { Document } from "../store/document.ts"

const MOST_MESSAGES = 10_000

/** Puts a message into the project's outbox, which is as far as it goes; it holds the latest ten thousand. */
export function sendMessage(
  { world, project }: Pick<Call, "world" | "project">,
  message: Omit<Message, keyof Document>,
): void {
  const now = world.clock.now()
  const make = ($sequence: number): Message => ({
    $sequence,
    $id: world.uniqueId(),
    $createdAt: now,
    $updatedAt: now,
    ...message,
  })
  insertBounded(project.database.messages, make, MOST_MESSAGES)
}
