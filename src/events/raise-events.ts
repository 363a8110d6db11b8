import type { Caller } from "../caller.ts"
import type { View } from "../models/model.ts"
import { responseFormat } from "../models/response-format.ts"
import { user as userModel } from "../models/user.ts"
import type { Project } from "../project/project.ts"
import type { SaidReply } from "../reply.ts"
import { userAnswer } from "../services/user-answer.ts"
import type { World } from "../world.ts"
import { eventIds } from "./event-ids.ts"
import { eventNames } from "./event-names.ts"

/** What raises events. */
export interface RaisingCall {
  readonly world: World
  readonly project: Project
  readonly caller: Caller
}

/** The event that a route declares, and what its request came to. */
export interface DeclaredEvent {
  readonly pattern: string
  readonly path: string
  readonly params: Readonly<Record<string, unknown>>
  readonly answer: unknown
  /** Writes the answer; an empty one is `[]`. */
  write(view: View): string
}

/** Appwrite 1.9: events are in the newest format that the server knows, whatever the client asked for. */
const newest = ({ rules }: Project): View["format"] => responseFormat("", rules)

/** Who acts: the user whom the action named, or the caller. */
function actorId({ caller }: RaisingCall, { actor }: SaidReply): string | undefined {
  return (actor ?? (caller.role === "users" ? caller.user : undefined))?.$id
}

/**
 * Appwrite 1.9: each user who is stored raises `users.[userId].create`, by whatever route, also if the request is refused
 * in the end. A user who was taken back raises nothing.
 */
export function raiseCreatedUser(call: RaisingCall, said: SaidReply): void {
  const { world, project, caller } = call
  const { created } = said
  if (created === undefined || project.database.users.find("$id", created.$id) === undefined) return
  const view = { format: newest(project), showsSecrets: caller.role === "applications" }
  world.events.raise({
    projectId: project.id,
    names: eventNames("users.[userId].create", { userId: created.$id }),
    userId: actorId(call, said) ?? "",
    json: userModel.write(userAnswer(project, created, []), view),
    time: world.clock.now(),
  })
}

/** Raises the event of a route whose action is done. Appwrite 1.9: the payload is what the action set, or its answer. */
export function raiseDeclared(call: RaisingCall, said: SaidReply, declared: DeclaredEvent): void {
  const { world, project, caller } = call
  const userId = actorId(call, said)
  const { pattern, path, params, answer } = declared
  const ids = eventIds(pattern, { projectId: project.id, path, params, answer, userId, ids: said.ids })
  if (ids === undefined) return
  const view = { format: newest(project), showsSecrets: said.showsSecrets || caller.role === "applications" }
  world.events.raise({
    projectId: project.id,
    names: eventNames(pattern, ids),
    userId: userId ?? "",
    json: (said.payload ?? declared.write)(view),
    time: world.clock.now(),
  })
}
