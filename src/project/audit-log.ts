import type { Call } from "../endpoint.ts"
import type { User } from "./records/user.ts"

/** The event of an audit log entry. */
export function writeLog({ world, project, request }: Call, actor: User, event: string): void {
  const now = world.clock.now()
  project.database.logs.insert({
    $id: world.uniqueId(),
    $createdAt: now,
    $updatedAt: now,
    event,
    userId: actor.$id,
    ip: request.ip,
    userAgent: request.userAgent,
  })
}
