const MOST_COUNTERS = 10_000

/** How many requests were counted under which key, in which window. */
export interface Counters {
  /** @param window its start, in seconds since the epoch. */
  count(key: string, window: number): number
  hit(key: string, window: number): void
  reset(key: string, window: number): void
}

/** Counters in bounded memory: where there are too many, the oldest is forgotten. */
export function newCounters(): Counters {
  const counts = new Map<string, number>()
  const at = (key: string, window: number) => `${window} ${key}`
  return {
    count: (key, window) => counts.get(at(key, window)) ?? 0,
    hit(key, window) {
      const name = at(key, window)
      counts.set(name, (counts.get(name) ?? 0) + 1)
      if (counts.size <= MOST_COUNTERS) return
      for (const oldest of counts.keys()) {
        counts.delete(oldest)
        return
      }
    },
    reset(key, window) {
      counts.delete(at(key, window))
    },
  }
}
