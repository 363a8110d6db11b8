import type { UserCaller } from "../caller.ts"
import type { Call } from "../endpoint.ts"
import type { User } from "../project/records/user.ts"
import { updateUser } from "./update-user.ts"

const DAY = 86_400_000

type Scene = Pick<Call, "world" | "project">

/**
 * Moves `accessedAt` of a user once a day.
 * @returns whether it has moved.
 */
export function noteAccess(scene: Scene, user: User): boolean {
  const now = scene.world.clock.now()
  if (user.accessedAt !== null && now - user.accessedAt <= DAY) return false
  updateUser(scene, user, { accessedAt: now })
  return true
}

/** Appwrite 1.9: the access of a caller is noted as the request arrives; not of those in whose name somebody else acts. */
export function noteArrival(scene: Scene, caller: UserCaller): UserCaller {
  if (caller.impersonator !== null || !noteAccess(scene, caller.user)) return caller
  return { ...caller, accessed: scene.world.clock.now() }
}
