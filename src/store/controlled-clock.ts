import type { Clock } from "./clock.ts"
import { type Duration, durationInMilliseconds, type Moment, milliseconds } from "./moment.ts"

/** The emulator's time, which its user moves. All that expires goes by it. */
export interface EmulatorClock extends Clock {
  /** Whether time stands still. */
  readonly isFrozen: boolean
  /**
   * Puts the clock to a moment, also an earlier one. It goes on from there, or stands there if it is frozen.
   * @throws EmulatorError `moment_invalid`
   */
  set(moment: Moment): void
  /**
   * Lets time pass at once, frozen or not.
   * @param duration milliseconds, or `{ minutes: 15 }`.
   * @throws EmulatorError `duration_invalid`
   */
  advance(duration: Duration): void
  /**
   * Stops the clock: it moves only by `set` and `advance`.
   * @param at by default now.
   * @throws EmulatorError `moment_invalid`
   */
  freeze(at?: Moment): void
  /** Lets time go on from where it stands. */
  resume(): void
  /** Undoes all of these: the clock is what it was when the emulator was created. */
  reset(): void
}

/** How a clock goes: so far from its source, or not at all. In milliseconds. */
export type ClockState =
  | { readonly kind: "running"; readonly offset: number }
  | { readonly kind: "frozen"; readonly at: number }

/** A clock whose state can be kept. */
export interface ControlledClock extends EmulatorClock {
  capture(): ClockState
  restore(state: ClockState): void
}

const UNTOUCHED: ClockState = { kind: "running", offset: 0 }

/**
 * A clock that its user moves.
 * @param source where time comes from as long as nobody does.
 */
export function controlledClock(source: Clock): ControlledClock {
  let state = UNTOUCHED
  const now = () => (state.kind === "frozen" ? state.at : source.now() + state.offset)
  const runFrom = (moment: number) => {
    state = { kind: "running", offset: moment - source.now() }
  }
  const standAt = (at: number) => {
    state = { kind: "frozen", at }
  }
  const moveTo = (moment: number) => (state.kind === "frozen" ? standAt : runFrom)(moment)
  return {
    now,
    get isFrozen() {
      return state.kind === "frozen"
    },
    set: (moment) => moveTo(milliseconds(moment)),
    advance: (duration) => moveTo(milliseconds(now() + durationInMilliseconds(duration))),
    freeze: (at = now()) => standAt(milliseconds(at)),
    resume() {
      if (state.kind === "frozen") runFrom(state.at)
    },
    reset() {
      state = UNTOUCHED
    },
    capture: () => state,
    restore(captured) {
      state = captured
    },
  }
}
