import type { Clock } from "./store/clock.ts"
import { systemClock } from "./store/clock.ts"
import { type ClockState, controlledClock, type EmulatorClock } from "./store/controlled-clock.ts"
import { type IdState, uniqueIds } from "./store/ids.ts"
import { type Randomness, systemRandomness } from "./store/randomness.ts"
import { type RequestClock, requestClock } from "./store/request-clock.ts"
import { type SeededRandomness, seededRandomness } from "./store/seeded-randomness.ts"
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
  readonly clock: Clock | undefined
  readonly randomness: Randomness | undefined
  readonly randomSeed: number | undefined
}

/** What stays the same in all branches. */
export type Constants = Pick<World, "profile" | "hashCost">

/** When an emulator with a random seed begins, unless it is given a clock. */
const SEEDED_START = Date.UTC(2026, 0, 1)

/** @param signingKey by default a new one. */
export function newWorld(sources: Sources, constants: Constants, signingKey?: Uint8Array): RunningWorld {
  const { randomSeed } = sources
  const seeded: SeededRandomness | undefined =
    randomSeed === undefined ? undefined : seededRandomness(randomSeed)
  const byRequests: RequestClock | undefined =
    sources.clock === undefined && seeded !== undefined ? requestClock(SEEDED_START) : undefined
  const randomness = seeded ?? sources.randomness ?? systemRandomness()
  const clock = controlledClock(sources.clock ?? byRequests ?? systemClock)
  const ids = uniqueIds(clock, randomness)
  const world: World = {
    ...constants,
    clock,
    randomness,
    uniqueId: ids.next,
    signingKey: signingKey ?? randomness.bytes(32),
  }
  const capture = (): WorldState => ({
    clock: clock.capture(),
    ids: ids.capture(),
    drawn: seeded?.capture() ?? 0,
    requests: byRequests?.capture() ?? 0,
  })
  return {
    world,
    clock,
    isSeeded: seeded !== undefined,
    beginRequest() {
      byRequests?.tick()
    },
    capture,
    restore(state) {
      clock.restore(state.clock)
      ids.restore(state.ids)
      seeded?.restore(state.drawn)
      byRequests?.restore(state.requests)
    },
    branch() {
      const own = seeded === undefined ? { ...sources, randomness } : sources
      const branch = newWorld(own, constants, world.signingKey)
      branch.restore(capture())
      return branch
    },
  }
}
