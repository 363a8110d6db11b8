/** From when to when something lasted, both ends included, in milliseconds since the epoch. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** When each step was under way, in the recording and in this run (as far as the run has come). */
export interface Timeline {
  readonly recorded: readonly Span[]
  readonly given: readonly Span[]
}

/**
 * Whether two dates are the same moment of their runs: made during the same step, or, when the recorded one
 * lies in no step so far (an expiry), equally far from one step, the latest first.
 *
 * @param unit what the dates are cut to, in milliseconds.
 * @param lag how long after the next step has begun a step could still make the recorded one, in milliseconds.
 */
export function isSameMoment(
  timeline: Timeline,
  recorded: number,
  given: number,
  { unit = 1, lag = 0 } = {},
): boolean {
  const steps = timeline.given.map((_, index) => index)
  const makers = steps.filter((step) => overlaps(recorded, unit, recordedReach(timeline, step, lag)))
  if (makers.length > 0) return makers.some((step) => overlaps(given, unit, givenReach(timeline, step)))
  return steps.some((step) => isSameDistance(timeline, step, recorded, given, unit))
}

/**
 * Whether two dates lie equally far from a step of their runs, no part of the step's duration forgiven that
 * the step did not take.
 *
 * @param unit what the dates are cut to, in milliseconds.
 */
export function isSameDistance(
  timeline: Timeline,
  step: number,
  recorded: number,
  given: number,
  unit = 1,
): boolean {
  const before = timeline.recorded[step]
  const now = timeline.given[step]
  if (before === undefined || now === undefined) return false
  const recordedDistance = distance(recorded, before, unit)
  const givenDistance = distance(given, now, unit)
  return recordedDistance.from <= givenDistance.to && givenDistance.from <= recordedDistance.to
}

function distance(date: number, span: Span, unit: number): Span {
  const units = Math.floor(date / unit)
  return { from: units - Math.floor(span.to / unit), to: units - Math.floor(span.from / unit) }
}

function overlaps(date: number, unit: number, span: Span): boolean {
  return date <= span.to && date + unit > span.from
}

// Appwrite's workers go on after the answer (a deleted user leaves the teams' totals later), so that what
// happens before the next step belongs to the step before it.
function recordedReach(timeline: Timeline, step: number, lag: number): Span {
  const { from, to } = reach(timeline.recorded, step)
  return { from, to: to + lag }
}

function givenReach(timeline: Timeline, step: number): Span {
  return reach(timeline.given, step)
}

function reach(spans: readonly Span[], step: number): Span {
  const span = spans[step]
  if (span === undefined) return { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY }
  const next = spans[step + 1]
  return next === undefined ? span : { from: span.from, to: Math.max(span.to, next.from - 1) }
}
