import type { Faults } from "../faults/faults.ts"
import type { Projects } from "../project/projects.ts"
import type { RateLimits } from "../rate-limits/rate-limits.ts"
import type { World } from "../world.ts"
import type { Observe } from "./exchange.ts"

/** What all requests to one emulator share. */
export interface Server {
  readonly world: World
  readonly projects: Projects
  readonly rateLimits: RateLimits
  readonly faults: Faults
  /** Is told of errors that no rule foresaw: faults of the emulator, not of the client. */
  readonly onFault: (error: unknown) => void
  /** Is told of every exchange; without it nothing is noted of them. */
  readonly observe?: Observe | undefined
}
