import { type AscendingEntries, ascendingEntries } from "./ascending-entries.ts"
import { type Gathering, gathersNothing } from "./gathering.ts"
import { type OrderedMap, orderedMap, withEntries } from "./ordered-map.ts"

/** An ordered map whose states can be kept. */
export interface VersionedMap<K, V> {
  /** To read from, in order; not to be held on to. */
  now(): OrderedMap<K, V>
  /** What the map has for a key; unlike `now().get`, it leaves what is held back where it is. */
  get(key: K): V | undefined
  /** Adds an entry, or puts a value in the place of another. */
  set(key: K, value: V): void
  /**
   * Adds an entry, unless there is one with this key.
   * @returns whether it was added.
   */
  add(key: K, value: V): boolean
  delete(key: K): void
  /** What it holds now, whatever is written later; takes the same short time at any size. */
  capture(): OrderedMap<K, V>
  /** Goes back to a captured state. */
  restore(state: OrderedMap<K, V>): void
}

/**
 * A map in the order of its keys. The first write after a capture goes to a clone, which shares with the captured state
 * all that it does not change.
 * @param state a captured one to start from; by default the map is empty.
 * @param gathering says when entries behind the last one are held back, to be put there all at once.
 */
export function versionedMap<K, V>(
  compare: (a: K, b: K) => number,
  state?: OrderedMap<K, V>,
  gathering: Gathering = gathersNothing,
): VersionedMap<K, V> {
  let current = state ?? orderedMap<K, V>(compare)
  let isCaptured = state !== undefined
  let heldBack: AscendingEntries<K, V> | undefined

  function unshared(): OrderedMap<K, V> {
    if (isCaptured) {
      current = current.clone()
      isCaptured = false
    }
    return current
  }
  function settle(): void {
    if (heldBack === undefined) return
    const entries = heldBack
    heldBack = undefined
    current = withEntries(unshared(), entries, compare)
  }
  /**
   * Holds an entry back, if that is wanted and it comes behind the last one.
   * @returns whether it did.
   */
  function holdBack(key: K, value: V): boolean {
    if (!gathering.isOn) return false
    if (heldBack === undefined) {
      heldBack = ascendingEntries(compare, current.maxKey())
      gathering.atEnd(settle)
    }
    return heldBack.append(key, value)
  }
  function changing(key: K): OrderedMap<K, V> {
    if (heldBack?.reaches(key)) settle()
    return unshared()
  }

  return {
    now() {
      settle()
      return current
    },
    get: (key) => (heldBack?.reaches(key) ? heldBack.get(key) : current.get(key)),
    set(key, value) {
      if (!holdBack(key, value)) changing(key).set(key, value)
    },
    add: (key, value) => holdBack(key, value) || changing(key).setIfNotPresent(key, value),
    delete(key) {
      changing(key).delete(key)
    },
    capture() {
      settle()
      isCaptured = true
      return current
    },
    restore(captured) {
      heldBack = undefined
      current = captured
      isCaptured = true
    },
  }
}
