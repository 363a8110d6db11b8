import { durationInvalid, momentInvalid } from "../emulator-error.ts"

/** A moment: a date, an ISO 8601 text or milliseconds since the epoch. */
export type Moment = Date | string | number

/** How long: milliseconds, or the sum of what is named. */
export type Duration =
  | number
  | {
      readonly days?: number
      readonly hours?: number
      readonly minutes?: number
      readonly seconds?: number
      readonly milliseconds?: number
    }

const UNITS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000, milliseconds: 1 } as const

const isUnit = (name: string): name is keyof typeof UNITS => name in UNITS

/** The last moment that dates of JavaScript and IDs of Appwrite can both tell, in the year 9999. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/**
 * A moment in milliseconds since the epoch.
 * @throws EmulatorError `moment_invalid`, also for moments before the epoch and after the year 9999.
 */
export function milliseconds(moment: unknown): number {
  const read =
    moment instanceof Date ? moment.getTime() : typeof moment === "string" ? Date.parse(moment) : moment
  if (typeof read !== "number" || !(read >= 0 && read <= LATEST)) throw momentInvalid(moment)
  return Math.floor(read)
}

/**
 * A duration in milliseconds.
 * @throws EmulatorError `duration_invalid`, also for negative ones.
 */
export function durationInMilliseconds(duration: unknown): number {
  const total = sum(duration)
  if (!(Number.isFinite(total) && total >= 0)) throw durationInvalid(duration)
  return Math.round(total)
}

function sum(duration: unknown): number {
  if (typeof duration === "number") return duration
  if (typeof duration !== "object" || duration === null) return Number.NaN
  let total = 0
  for (const [name, count] of Object.entries(duration)) {
    total += isUnit(name) && typeof count === "number" ? count * UNITS[name] : Number.NaN
  }
  return total
}
