import { createRequire } from "node:module"
import type BTree from "sorted-btree"
import type DiffAgainst from "sorted-btree/extended/diffAgainst.js"

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
