import type { Caller } from "../caller.ts"
import type { SaidReply } from "../reply.ts"
import type { RequestFacts } from "../request-facts.ts"
import type { World } from "../world.ts"
import { keyEmail } from "./api-key.ts"
import { insertBounded } from "./insert-bounded.ts"
import type { Project } from "./project.ts"
import type { Log, LogActor } from "./records/log.ts"
import type { User } from "./records/user.ts"

/** The real server forgets entries after two weeks; in memory it is their number that counts. */
const MOST_ENTRIES = 20_000

/** What the log wants to know of a request. */
interface LoggedCall {
  readonly world: World
  readonly project: Project
  readonly caller: Caller
  readonly request: RequestFacts
}

/** Which of a log's members say who acted. */
type Acted = LogActor & Pick<Log, "userSequence">

/**
 * Writes an entry of the audit log. Appwrite 1.9: it belongs to who acted and to what was acted on; what an API key
 * did can only be found by the latter.
 */
export function writeLog(call: LoggedCall, { actor, resource }: SaidReply, event: string): void {
  const { world, project, request, caller } = call
  const user = actor ?? userOf(caller)
  const acted = user !== undefined ? actedBy(project, user) : actedByKey(call, resource)
  if (acted === undefined) return
  const now = world.clock.now()
  const entry = ($sequence: number): Log => ({
    $sequence,
    $id: world.uniqueId(),
    $createdAt: now,
    $updatedAt: now,
    event,
    ...acted,
    resource: resource ?? null,
    ip: request.ip,
    userAgent: request.userAgent,
  })
  insertBounded(project.database.logs, entry, MOST_ENTRIES)
}

/** What is done in a user's name is the doing of who really acts. */
function userOf(caller: Caller): User | undefined {
  return caller.role === "users" ? (caller.impersonator ?? caller.user) : undefined
}

/** The user as the action left them; one that it deleted as they were. */
function actedBy({ database }: Project, user: User): Acted {
  const now = database.users.find("$id", user.$id)
  const { $id, $sequence, name, email } = now?.$sequence === user.$sequence ? now : user
  return { userType: "user", userSequence: $sequence, userId: $id, userName: name, userEmail: email }
}

function actedByKey(
  { caller, project, request }: LoggedCall,
  resource: string | undefined,
): Acted | undefined {
  if (caller.role !== "applications" || resource === undefined) return undefined
  if (!project.rules.logs.noteKeys) return undefined
  const userEmail = keyEmail(project.id, request.hostname)
  return { userType: "keyProject", userSequence: null, userId: "", userName: caller.key.name, userEmail }
}
