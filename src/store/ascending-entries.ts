/** Entries of a map that came in the order of their keys, behind all that it holds. */
export interface AscendingEntries<K, V> {
  readonly keys: K[]
  readonly values: V[]
  /**
   * Adds an entry, if its key comes behind all others.
   * @returns whether it did.
   */
  append(key: K, value: V): boolean
  /** Whether a key is not in front of all of these: the map itself does not have it then. */
  reaches(key: K): boolean
  get(key: K): V | undefined
}

/** @param last key of the map. */
export function ascendingEntries<K, V>(
  compare: (a: K, b: K) => number,
  last: K | undefined,
): AscendingEntries<K, V> {
  const keys: K[] = []
  const values: V[] = []
  let end = last
  return {
    keys,
    values,
    append(key, value) {
      if (end !== undefined && compare(key, end) <= 0) return false
      end = key
      keys.push(key)
      values.push(value)
      return true
    },
    reaches(key) {
      const [first] = keys
      return first !== undefined && compare(key, first) >= 0
    },
    get(key) {
      let low = 0
      let high = keys.length
      while (low < high) {
        const middle = (low + high) >>> 1
        const known = keys[middle]
        if (known === undefined) return undefined
        const order = compare(key, known)
        if (order === 0) return values[middle]
        if (order < 0) high = middle
        else low = middle + 1
      }
      return undefined
    },
  }
}
