import { createRequire } from "node:module"
import type BTree from "sorted-btree"
import type { bulkLoad } from "sorted-btree/extended/bulkLoad.js"
import type DiffAgainst from "sorted-btree/extended/diffAgainst.js"
import type Union from "sorted-btree/extended/union.js"

// The package is CommonJS. Required it is there at once; imported it is read by Node's CommonJS lexer first, which is
// felt at every start.
const require = createRequire(import.meta.url)
const sortedBTree: { readonly default: typeof BTree.default } = require("sorted-btree")

/** A map in the order of its keys; a clone shares all that neither side changes. */
export type OrderedMap<K, V> = BTree.default<K, V>

/** An empty map ordered by `compare`. */
export function orderedMap<K, V>(compare: (a: K, b: K) => number): OrderedMap<K, V> {
  return new sortedBTree.default<K, V>(undefined, compare)
}

/** From so many entries on, a map is built of them rather than that each looks for its place. */
const MANY = 256

/**
 * Adds entries that come behind all others.
 * @param map may be changed.
 * @returns the map with the entries: this one or another.
 */
export function withEntries<K, V>(
  map: OrderedMap<K, V>,
  { keys, values }: { readonly keys: K[]; readonly values: V[] },
  compare: (a: K, b: K) => number,
): OrderedMap<K, V> {
  if (keys.length < MANY) {
    values.forEach((value, index) => {
      const key = keys[index]
      if (key !== undefined) map.set(key, value)
    })
    return map
  }
  const {
    bulkLoad: build,
  }: { readonly bulkLoad: typeof bulkLoad } = require("sorted-btree/extended/bulkLoad")
  const {
    default: union,
  }: { readonly default: typeof Union.default } = require("sorted-btree/extended/union")
  const added = build(keys, values, map.maxNodeSize, compare)
  return union<OrderedMap<K, V>, K, V>(map, added, (_key, _before, value) => value)
}

/** What differs between two maps of one order. */
export interface Differences<V> {
  onlyBefore(value: V): void
  onlyAfter(value: V): void
  /** The same key with two values. */
  both(before: V, after: V): void
}

/** Tells what differs, in no particular order. What the maps share is skipped. */
export function differences<K, V>(
  before: OrderedMap<K, V>,
  after: OrderedMap<K, V>,
  { onlyBefore, onlyAfter, both }: Differences<V>,
): void {
  if (before === after) return
  const {
    default: diffAgainst,
  }: { readonly default: typeof DiffAgainst.default } = require("sorted-btree/extended/diffAgainst")
  diffAgainst(
    before,
    after,
    (_, value) => onlyBefore(value),
    (_, value) => onlyAfter(value),
    (_, earlier, later) => both(earlier, later),
  )
}
