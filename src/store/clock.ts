/** The one source of time. Services never ask the system. */
export interface Clock {
  /** Now, in milliseconds since the epoch. */
  now(): number
}

/** The system's time. */
export const systemClock: Clock = { now: () => Date.now() }
