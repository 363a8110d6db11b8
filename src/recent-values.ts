/** Values that are found by objects, as long as they were made or asked for lately. */
export interface RecentValues<K extends object, V> {
  get(key: K): V | undefined
  set(key: K, value: V): void
}

/** Enough for all users of a test suite; of a million users, what is kept of so many at most takes some MiB. */
const MANY = 2000

/**
 * Keeps values beside objects without keeping the objects, and no more than so many: what is kept of each of a million
 * users would take more memory than they do.
 * @param most how many are kept at least before the oldest go; it can be twice as many.
 */
export function recentValues<K extends object, V>(most = MANY): RecentValues<K, V> {
  let latest = new WeakMap<K, V>()
  let earlier = new WeakMap<K, V>()
  let added = 0
  function set(key: K, value: V): void {
    if (added === most) {
      earlier = latest
      latest = new WeakMap()
      added = 0
    }
    latest.set(key, value)
    added += 1
  }
  return {
    get(key) {
      const found = latest.get(key)
      if (found !== undefined) return found
      const known = earlier.get(key)
      if (known !== undefined) set(key, known)
      return known
    },
    set,
  }
}
