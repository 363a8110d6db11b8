import type { EventHub } from "./events/event-hub.ts"
import type { Profile } from "./profiles/profile.ts"
import type { Clock } from "./store/clock.ts"
import type { UniqueId } from "./store/ids.ts"
import type { Randomness } from "./store/randomness.ts"

/** `fast`: the least cost that Argon2 allows; `server`: what the real server spends. */
export type HashCost = "fast" | "server"

/** What services take from outside: the one seam for time, randomness and IDs. */
export interface World {
  readonly clock: Clock
  readonly randomness: Randomness
  readonly uniqueId: UniqueId
  /** Of projects that have none of their own, and where no project is named. */
  readonly profile: Profile
  readonly hashCost: HashCost
  /** JWTs are signed with it. */
  readonly signingKey: Uint8Array
  readonly events: EventHub
}
