import type { Clock } from "./clock.ts"

/** Time that passes by requests alone. */
export interface RequestClock extends Clock {
  /** A request arrives: one millisecond passes. */
  tick(): void
  /** How many requests there were. */
  capture(): number
  restore(requests: number): void
}

/** @param start in milliseconds since the epoch. */
export function requestClock(start: number): RequestClock {
  let requests = 0
  return {
    now: () => start + requests,
    tick() {
      requests += 1
    },
    capture: () => requests,
    restore(captured) {
      requests = captured
    },
  }
}
