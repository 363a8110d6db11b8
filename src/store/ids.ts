import type { Clock } from "./clock.ts"
import { type Randomness, randomHex } from "./randomness.ts"

/** Makes the IDs that the server chooses. */
export type UniqueId = () => string

/**
 * Appwrite 1.9: `unique()` is 13 hexadecimal characters of the clock in microseconds (eight of the seconds, five of
 * the microseconds) and 7 random ones. Within one millisecond the microseconds count up, as they would on a real
 * server, so that IDs made one after the other sort in that order.
 */
export function uniqueIds(clock: Clock, randomness: Randomness): UniqueId {
  let lastMillisecond = 0
  let extraMicroseconds = 0
  return () => {
    const now = Math.floor(clock.now())
    extraMicroseconds = now === lastMillisecond ? Math.min(extraMicroseconds + 1, 999) : 0
    lastMillisecond = now
    const seconds = Math.floor(now / 1000)
    const microseconds = (now % 1000) * 1000 + extraMicroseconds
    return (
      seconds.toString(16).padStart(8, "0") +
      microseconds.toString(16).padStart(5, "0") +
      randomHex(randomness, 7)
    )
  }
}
