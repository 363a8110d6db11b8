import { eventHub } from "./events/event-hub.ts"
import type { Clock } from "./store/clock.ts"
import { systemClock } from "./store/clock.ts"
import { type ClockState, controlledClock, type EmulatorClock } from "./store/controlled-clock.ts"
import { type IdState, uniqueIds } from "./store/ids.ts"
import { type Randomness, systemRandomness } from "./store/randomness.ts"
import type { SeedSource } from "./store/seed-source.ts"
import type { World } from "./world.ts"

/** What the outside world of an emulator is like at one moment. */
export interface WorldState {
  readonly clock: ClockState
  readonly ids: IdState
  /** Of a random seed: how many bytes were drawn; 0 without one. */
  readonly drawn: number
  /** Of a clock that goes by requests: how many there were; 0 for others. */
  readonly requests: number
}

/** The outside world of an emulator, and its controls. */
export interface RunningWorld {
  readonly world: World
  readonly clock: EmulatorClock
  /** Whether the same requests bring the same answers, so that requests have to wait for each other. */
  readonly isSeeded: boolean
  /** To be called as each request begins. */
  beginRequest(): void
  capture(): WorldState
  restore(state: WorldState): void
  /** A world that is like this one, and from now on apart from it. */
  branch(): RunningWorld
}

/** Where time and randomness come from. */
export interface Sources {
  /** By default the seed's, or the system's. */
  readonly clock: Clock | undefined
  /** By default the seed's, or the system's. */
  readonly randomness: Randomness | undefined
  readonly seed: SeedSource | undefined
}

/** What stays the same in all branches. */
export type Constants = Pick<World, "profile" | "hashCost">

/** @param signingKey by default a new one. */
export function newWorld(sources: Sources, constants: Constants, signingKey?: Uint8Array): RunningWorld {
  const { seed } = sources
  const randomness = sources.randomness ?? seed?.randomness ?? systemRandomness()
  const clock = controlledClock(sources.clock ?? seed?.clock ?? systemClock)
  const ids = uniqueIds(clock, randomness)
  const world: World = {
    ...constants,
    clock,
    randomness,
    uniqueId: ids.next,
    signingKey: signingKey ?? randomness.bytes(32),
    events: eventHub(),
  }
  const capture = (): WorldState => ({
    clock: clock.capture(),
    ids: ids.capture(),
    drawn: seed?.randomness.capture() ?? 0,
    requests: seed?.clock.capture() ?? 0,
  })
  return {
    world,
    clock,
    isSeeded: seed !== undefined,
    beginRequest() {
      seed?.clock.tick()
    },
    capture,
    restore(state) {
      clock.restore(state.clock)
      ids.restore(state.ids)
      seed?.randomness.restore(state.drawn)
      seed?.clock.restore(state.requests)
    },
    branch() {
      const own = seed === undefined ? { ...sources, randomness } : { ...sources, seed: seed.again() }
      const branch = newWorld(own, constants, world.signingKey)
      branch.restore(capture())
      return branch
    },
  }
}
