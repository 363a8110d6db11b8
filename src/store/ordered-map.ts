import sortedBTree from "sorted-btree"

// The package is CommonJS: Node hands its class out one level further in, bundlers and test runners may not.
const BTree = typeof sortedBTree === "function" ? sortedBTree : sortedBTree.default

/** A map in the order of its keys; a clone shares all that neither side changes. */
export type OrderedMap<K, V> = InstanceType<typeof BTree<K, V>>

/** An empty map ordered by `compare`. */
export function orderedMap<K, V>(compare: (a: K, b: K) => number): OrderedMap<K, V> {
  return new BTree<K, V>(undefined, compare)
}
