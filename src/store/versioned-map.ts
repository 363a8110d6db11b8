import { type OrderedMap, orderedMap } from "./ordered-map.ts"

/** An ordered map whose states can be kept. */
export interface VersionedMap<K, V> {
  /** To read from; not to be held on to. */
  now(): OrderedMap<K, V>
  /** To write to. */
  changing(): OrderedMap<K, V>
  /** What it holds now, whatever is written later; takes the same short time at any size. */
  capture(): OrderedMap<K, V>
}

/**
 * A map in the order of its keys. The first write after a capture goes to a clone, which shares with the captured state
 * all that it does not change.
 * @param state a captured one to start from; by default the map is empty.
 */
export function versionedMap<K, V>(
  compare: (a: K, b: K) => number,
  state?: OrderedMap<K, V>,
): VersionedMap<K, V> {
  let current = state ?? orderedMap<K, V>(compare)
  let isCaptured = state !== undefined
  return {
    now: () => current,
    changing() {
      if (isCaptured) {
        current = current.clone()
        isCaptured = false
      }
      return current
    },
    capture() {
      isCaptured = true
      return current
    },
  }
}
