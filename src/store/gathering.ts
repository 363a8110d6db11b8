/** When new entries are held back until many are there: a tree that is built of many at once takes a fraction of the time. */
export interface Gathering {
  /** Whether entries are held back now. */
  readonly isOn: boolean
  /** Has `settle` called once at the end, however often this asks for it, to put what was held back where it belongs. */
  atEnd(settle: () => void): void
  /** Holds back what `writes` stores until it returns or throws. */
  gather<T>(writes: () => T): T
}

/** One for all collections of a database. */
export function gathering(): Gathering {
  let settling: Set<() => void> | undefined
  return {
    get isOn() {
      return settling !== undefined
    },
    atEnd(settle) {
      settling?.add(settle)
    },
    gather(writes) {
      if (settling !== undefined) return writes()
      const mine = new Set<() => void>()
      settling = mine
      try {
        return writes()
      } finally {
        settling = undefined
        for (const settle of mine) settle()
      }
    },
  }
}

/** Every entry goes where it belongs at once. */
export const gathersNothing: Gathering = {
  isOn: false,
  atEnd() {},
  gather: (writes) => writes(),
}
