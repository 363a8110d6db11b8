import type { Call } from "../endpoint.ts"
import type { Message } from "../project/records/message.ts"
import type { Document } from "../store/document.ts"

/** Puts a message into the project's outbox, which is as far as it goes. */
export function sendMessage(
  { world, project }: Pick<Call, "world" | "project">,
  message: Omit<Message, keyof Document>,
): void {
  const now = world.clock.now()
  project.database.messages.insert({ $id: world.uniqueId(), $createdAt: now, $updatedAt: now, ...message })
}
