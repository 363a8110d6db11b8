import { EmulatorError } from "../emulator-error.ts"
import { callerText, type LogEntry } from "./log-entry.ts"
import { type LogFilter, missedBy } from "./log-filter.ts"

/** An entry that was not what was waited for. */
export interface NearMiss {
  readonly entry: LogEntry
  /** The members of the filter that it does not match. */
  readonly missed: readonly (keyof LogFilter)[]
}

const MOST_MISSES = 5

/** No exchange came that matches the filter. */
export class LogTimeoutError extends EmulatorError {
  /** The entries that are most like it, the nearest first; of equally near ones the latest. */
  readonly nearest: readonly NearMiss[]

  /**
   * @param timeout how long was waited, in milliseconds.
   * @param entries all that the log held at the end.
   */
  constructor(filter: LogFilter, timeout: number, entries: readonly LogEntry[]) {
    const nearest = nearestTo(filter, entries)
    const told = nearest.map(({ entry, missed }) => `\n  ${describe(entry)}  (other ${missed.join(", ")})`)
    super(
      "request_timeout",
      `No request came within ${timeout} ms that matches ${describeFilter(filter)}.${
        told.length === 0 ? " The log is empty." : ` Nearest were:${told.join("")}`
      }`,
    )
    this.nearest = nearest
  }
}

function nearestTo(filter: LogFilter, entries: readonly LogEntry[]): readonly NearMiss[] {
  return entries
    .map((entry) => ({ entry, missed: missedBy(entry, filter) }))
    .sort((a, b) => a.missed.length - b.missed.length || b.entry.id - a.entry.id)
    .slice(0, MOST_MISSES)
}

function describe({ id, method, path, status, caller, project, error }: LogEntry): string {
  const type = error === null ? "" : ` ${error.type}`
  return `#${id} ${method} ${path} ${status}${type}, ${callerText(caller)}, project ${project}`
}

function describeFilter(filter: LogFilter): string {
  return JSON.stringify(filter, (_, value: unknown) => (value instanceof RegExp ? String(value) : value))
}
