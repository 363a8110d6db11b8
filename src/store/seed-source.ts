import { type RequestClock, requestClock } from "./request-clock.ts"
import { type SeededRandomness, seededRandomness } from "./seeded-randomness.ts"

/** Where randomness and time come from that are the same in each run. */
export interface SeedSource {
  readonly randomness: SeededRandomness
  readonly clock: RequestClock
  /** The same from the beginning, and apart from this one. */
  again(): SeedSource
}

/** When time begins that passes by requests. */
const START = Date.UTC(2026, 0, 1)

/** @param seed a whole number from 0. */
export function seedSource(seed: number): SeedSource {
  return {
    randomness: seededRandomness(seed),
    clock: requestClock(START),
    again: () => seedSource(seed),
  }
}
