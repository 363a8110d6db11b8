import { transcriptNotKept } from "../emulator-error.ts"
import type { Arrivals } from "../handle/arrivals.ts"
import type { WaitOptions } from "../handle/outbox.ts"
import { outboxOf } from "../project/outbox.ts"
import type { Project } from "../project/project.ts"
import type { Observe } from "../server/exchange.ts"
import type { Handler } from "../server/handlers.ts"
import { keepExchanges } from "./kept-exchanges.ts"
import type { LogEntry } from "./log-entry.ts"
import type { LogFilter } from "./log-filter.ts"
import { type RequestLog, requestLog } from "./request-log.ts"

/** How much a request log keeps. */
export interface RequestLogOptions {
  /** How many entries; by default 2000. */
  readonly size?: number
  /**
   * How many requests and answers are kept whole, so that a transcript can be made of them; by default none, since it
   * takes time and memory.
   */
  readonly transcripts?: number
}

/** The request log of an emulator. */
export interface EmulatorLog extends RequestLog {
  /**
   * What was asked of a project and answered since it was last empty, as `contract replay` reads it: JSON text, in which
   * all secrets gave way to synthetic ones of the same shape.
   * @throws EmulatorError `transcript_not_kept`
   */
  transcript(projectId: string): Promise<string>
}

/** The request log of a project. */
export interface ProjectLog {
  /** See {@link RequestLog.list}. */
  list(filter?: Omit<LogFilter, "project">): LogEntry[]
  /** See {@link RequestLog.waitFor}. @throws LogTimeoutError; EmulatorError `emulator_closed` */
  waitFor(filter: Omit<LogFilter, "project">, options?: WaitOptions): Promise<LogEntry>
  /** Forgets its entries. */
  clear(): void
  /** See {@link EmulatorLog.transcript}. @throws EmulatorError `transcript_not_kept` */
  transcript(): Promise<string>
}

/** What a request log is connected to. */
export interface LogSurroundings {
  readonly arrivals: Arrivals
  readonly projectOf: (id: string) => Project | undefined
}

/** A request log with the ends by which it is connected to an emulator. */
export interface ConnectedLog {
  readonly log: EmulatorLog
  /** `undefined`: nobody wants to know. */
  readonly observe: Observe | undefined
  /** To be called when a project begins anew, or ends. */
  readonly renew: (projectId: string, project: Project | undefined) => void
  /** Sees to it that what is to be kept whole can be read. */
  readonly wrap: (api: Handler) => Handler
}

const DEFAULT_SIZE = 2000

/** @param options `false`: it stays empty, and nothing is noted. */
export function emulatorLog(
  options: RequestLogOptions | false,
  { arrivals, projectOf }: LogSurroundings,
): ConnectedLog {
  const { size = DEFAULT_SIZE, transcripts = 0 } = options === false ? { size: 0 } : options
  const { observe, ...entries } = requestLog(size, arrivals)
  const whole = transcripts > 0 ? keepExchanges(transcripts) : undefined
  const observeBoth: Observe = (exchange) => {
    observe(exchange)
    whole?.keep(exchange)
  }
  return {
    log: {
      ...entries,
      clear(projectId) {
        entries.clear(projectId)
        whole?.clear(projectId)
      },
      async transcript(projectId) {
        if (whole === undefined) {
          throw transcriptNotKept(
            "say how many requests to keep whole, by requestLog.transcripts of createEmulator or by --transcripts.",
          )
        }
        const project = projectOf(projectId)
        const exchanges = whole.of(projectId)
        if (project === undefined || exchanges.length === 0) {
          throw transcriptNotKept(`nothing was asked of project "${projectId}" so far.`)
        }
        const { exportTranscript } = await import("./export-transcript.ts")
        return exportTranscript({ project, exchanges, messages: outboxOf(project) })
      },
    },
    observe: options === false ? undefined : whole === undefined ? observe : observeBoth,
    renew(projectId, project) {
      entries.clear(projectId)
      whole?.renew(projectId, project)
    },
    wrap: whole?.wrap ?? ((api) => api),
  }
}

/** The part of a log that is a project's. */
export function projectLog(log: EmulatorLog, projectId: string): ProjectLog {
  return {
    list: (filter) => log.list({ ...filter, project: projectId }),
    waitFor: (filter, options) => log.waitFor({ ...filter, project: projectId }, options),
    clear: () => log.clear(projectId),
    transcript: () => log.transcript(projectId),
  }
}
