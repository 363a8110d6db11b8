import { createRequire } from "node:module"
import type BTree from "sorted-btree"

// The package is CommonJS. Required it is there at once; imported it is read by Node's CommonJS lexer first, which is
// felt at every start.
const sortedBTree: { readonly default: typeof BTree.default } = createRequire(import.meta.url)("sorted-btree")

/** A map in the order of its keys; a clone shares all that neither side changes. */
export type OrderedMap<K, V> = BTree.default<K, V>

/** An empty map ordered by `compare`. */
export function orderedMap<K, V>(compare: (a: K, b: K) => number): OrderedMap<K, V> {
  return new sortedBTree.default<K, V>(undefined, compare)
}
