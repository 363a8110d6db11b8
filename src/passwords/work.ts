/** What it takes to compute a hash once, estimated from its parameters before anything is computed. */
export interface Work {
  /** Time of one ordinary core, with the slowest implementation in use here. */
  readonly microseconds: number
  /** Memory held while it runs. */
  readonly bytes: number
}

/** Longer than this, and other requests would feel it: such work leaves the main thread, or is cut into slices. */
const QUICK_MICROSECONDS = 5_000
/** Any client has given up by then. */
const BEARABLE_MICROSECONDS = 60_000_000
const BEARABLE_BYTES = 2 ** 30

/** Whether the work may run on the main thread in one go. */
export function isQuick(work: Work): boolean {
  return work.microseconds <= QUICK_MICROSECONDS
}

/**
 * Whether the work is done at all: at most a minute and 1 GiB.
 *
 * A stored text names its own cost, and PHP tries whatever it names: it answers `false` if the memory cannot be had,
 * and otherwise computes for hours. Here `false` stands for both.
 */
export function isBearable(work: Work): boolean {
  return work.microseconds <= BEARABLE_MICROSECONDS && work.bytes <= BEARABLE_BYTES
}

/** How many steps of `microseconds` each fit into one go on the main thread. */
export function quickSteps(microseconds: number): number {
  return Math.floor(QUICK_MICROSECONDS / microseconds)
}
