import { eventTimeout } from "../emulator-error.ts"
import type { Arrivals } from "../handle/arrivals.ts"
import type { EventHub, RaisedEvent } from "./event-hub.ts"
import { exactName } from "./event-names.ts"

/** What happened, as the server tells functions and webhooks. */
export interface EmulatorEvent {
  /** ID of the project. */
  readonly project: string
  /** The most exact name: `users.ann.update.email`. */
  readonly name: string
  /** All names that it goes by, in the order of the server. */
  readonly names: readonly string[]
  /** Who did it; `""` for guests and API keys. */
  readonly userId: string
  /** The user, session, team … that it is about, in the newest format. */
  readonly payload: unknown
  /** ISO 8601, by the emulator's clock. */
  readonly time: string
}

export interface EventOptions {
  /** ID of the project whose events count; by default those of all. */
  readonly project?: string
}

/** The events of the emulator, or of one project. */
export interface EmulatorEvents {
  /**
   * Tells of each event that goes by a name: `users.*.create`, `users.ann`, or `*` for all. It is called soon after the
   * action is done, and before the answer is there. What it throws goes to the log.
   * @returns how to end it.
   */
  on(pattern: string, listener: (event: EmulatorEvent) => void, options?: EventOptions): () => void
  /**
   * The next event that goes by a name; those that were raised before do not count.
   * @param options.timeout milliseconds of real time; by default 5000.
   * @throws EmulatorError `event_timeout`, `emulator_closed`
   */
  waitFor(pattern: string, options?: EventOptions & { readonly timeout?: number }): Promise<EmulatorEvent>
}

const DEFAULT_TIMEOUT = 5000

/**
 * @param onFault is told what listeners throw.
 * @param ownProject the only project whose events there are; without it, all are.
 */
export function emulatorEvents(
  hub: EventHub,
  onFault: (error: unknown) => void,
  arrivals: Arrivals,
  ownProject?: string,
): EmulatorEvents {
  const on: EmulatorEvents["on"] = (pattern, listener, { project } = {}) => {
    if (ownProject !== undefined && project !== undefined && project !== ownProject) return () => {}
    return hub.listen({
      projectId: ownProject ?? project,
      take(raised) {
        if (pattern !== "*" && !raised.names.includes(pattern)) return
        Promise.resolve(shown(raised)).then(listener).catch(onFault)
      },
    })
  }
  return {
    on,
    async waitFor(pattern, { timeout = DEFAULT_TIMEOUT, ...options } = {}) {
      let raised: EmulatorEvent | undefined
      const end = on(
        pattern,
        (event) => {
          raised ??= event
          arrivals.changed()
        },
        options,
      )
      try {
        const event = await arrivals.until(() => raised, timeout)
        if (event === undefined) throw eventTimeout(pattern, timeout)
        return event
      } finally {
        end()
      }
    },
  }
}

function shown({ projectId, names, userId, json, time }: RaisedEvent): EmulatorEvent {
  return {
    project: projectId,
    name: exactName(names),
    names,
    userId,
    payload: JSON.parse(json),
    time: new Date(time).toISOString(),
  }
}
