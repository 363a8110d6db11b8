import type { Clock } from "./clock.ts"
import { type Randomness, randomHex } from "./randomness.ts"

/** Makes the IDs that the server chooses. */
export type UniqueId = () => string

/** Of which moment the last ID was. */
export interface IdState {
  /** Milliseconds since the epoch. */
  readonly lastMillisecond: number
  /** How many IDs of this moment came before the last one. */
  readonly extraMicroseconds: number
}

/** Where IDs come from. */
export interface IdSource {
  readonly next: UniqueId
  capture(): IdState
  restore(state: IdState): void
}

const MICROSECONDS = 1_000_000

/**
 * Appwrite 1.9: `unique()` is 13 hexadecimal characters of the clock in microseconds (eight of the seconds, five of
 * the microseconds) and 7 random ones. Within one millisecond the microseconds count up, as they would on a real
 * server, so that IDs made one after the other sort in that order, however many are made while the clock stands still.
 */
export function uniqueIds(clock: Clock, randomness: Randomness): IdSource {
  let state: IdState = { lastMillisecond: 0, extraMicroseconds: 0 }
  return {
    next() {
      const now = Math.floor(clock.now())
      const extraMicroseconds = now === state.lastMillisecond ? state.extraMicroseconds + 1 : 0
      state = { lastMillisecond: now, extraMicroseconds }
      const moment = now * 1000 + extraMicroseconds
      return (
        Math.floor(moment / MICROSECONDS)
          .toString(16)
          .padStart(8, "0") +
        (moment % MICROSECONDS).toString(16).padStart(5, "0") +
        randomHex(randomness, 7)
      )
    },
    capture: () => state,
    restore(captured) {
      state = captured
    },
  }
}
