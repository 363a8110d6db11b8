/** An event that was raised. */
export interface RaisedEvent {
  readonly projectId: string
  /** All names that it goes by, in the order of the server; the most exact one is not always the first. */
  readonly names: readonly string[]
  /** Who acted; `""` for guests and API keys. */
  readonly userId: string
  /** Its payload, as the answer to a request would write it. */
  readonly json: string
  /** Milliseconds since the epoch, by the emulator's clock. */
  readonly time: number
}

/** Somebody who wants to be told. */
interface EventListener {
  /** The project whose events count; `undefined`: all. */
  readonly projectId: string | undefined
  /** Must not throw. It is called before the answer goes out, so it leaves for later what takes time. */
  take(event: RaisedEvent): void
}

/** Where events go. */
export interface EventHub {
  /** Whether anybody wants to know of a project's events: if not, they need not be made. */
  hears(projectId: string): boolean
  raise(event: RaisedEvent): void
  /** @returns how to end it. */
  listen(listener: EventListener): () => void
}

export function eventHub(): EventHub {
  const listeners = new Set<EventListener>()
  const isFor = (listener: EventListener, projectId: string) =>
    listener.projectId === undefined || listener.projectId === projectId
  return {
    hears(projectId) {
      if (listeners.size === 0) return false
      for (const listener of listeners) if (isFor(listener, projectId)) return true
      return false
    },
    raise(event) {
      for (const listener of [...listeners]) if (isFor(listener, event.projectId)) listener.take(event)
    },
    listen(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
