import type { Arrivals } from "../handle/arrivals.ts"
import type { WaitOptions } from "../handle/outbox.ts"
import type { Exchange } from "../server/exchange.ts"
import type { LogEntry } from "./log-entry.ts"
import { checkFilter, type LogFilter, matchesFilter } from "./log-filter.ts"
import { type NotedExchange, note, toEntry } from "./noted-exchange.ts"
import { ring } from "./ring.ts"

/** The exchanges of an emulator, without any secret; the latest some thousand of them. */
export interface RequestLog {
  /** The entries that match, oldest first. @throws EmulatorError `option_unknown` */
  list(filter?: LogFilter): LogEntry[]
  /**
   * The first entry that matches: one that is there already, or else the next to come.
   * @throws LogTimeoutError, which tells what came instead; EmulatorError `option_unknown`, `emulator_closed`
   */
  waitFor(filter: LogFilter, options?: WaitOptions): Promise<LogEntry>
  /**
   * Calls `listener`, which must not throw, with every entry to come, before its answer is sent.
   * @returns what ends it.
   */
  follow(listener: (entry: LogEntry) => void): () => void
  /** Forgets all entries, or those of one project. */
  clear(projectId?: string): void
}

/** A request log, and the end of it where the server puts exchanges in. */
export interface ObservingLog extends RequestLog {
  observe(exchange: Exchange): void
}

const DEFAULT_TIMEOUT = 5000

/** An empty request log. @param size how many entries it keeps. */
export function requestLog(size: number, arrivals: Arrivals): ObservingLog {
  const kept = ring<NotedExchange>(size)
  const listeners = new Set<(entry: LogEntry) => void>()
  let last = 0

  function follow(listener: (entry: LogEntry) => void): () => void {
    // Wrapped, so that the same function can follow twice.
    const own = (entry: LogEntry) => listener(entry)
    listeners.add(own)
    return () => listeners.delete(own)
  }

  function list(filter: LogFilter = {}): LogEntry[] {
    checkFilter(filter)
    return kept.values().flatMap((noted) => {
      const entry = toEntry(noted)
      return matchesFilter(entry, filter) ? [entry] : []
    })
  }

  return {
    observe(exchange) {
      last += 1
      const noted = note(exchange, last)
      kept.push(noted)
      if (listeners.size === 0) return
      const entry = toEntry(noted)
      for (const listener of listeners) listener(entry)
    },
    list,
    follow,
    clear: (projectId) => kept.remove(({ projectId: of }) => projectId === undefined || of === projectId),
    async waitFor(filter, { timeout = DEFAULT_TIMEOUT } = {}) {
      const entry = await arrivals.until(() => list(filter).at(0), timeout)
      if (entry !== undefined) return entry
      const { LogTimeoutError } = await import("./log-timeout.ts")
      throw new LogTimeoutError(filter, timeout, list())
    },
  }
}
