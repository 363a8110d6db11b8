/** The way back: what has to be done, last first, to undo the writes of one transaction. */
export interface UndoLog {
  /** Notes how to take one write back. Does nothing outside of a transaction. */
  note(undo: () => void): void
  /**
   * Runs `writes` wholly or not at all: if it throws, everything that it wrote is taken back before the error goes on,
   * unless the error asks to keep it ({@link keepsWrites}).
   */
  transaction<T>(writes: () => T): T
  /**
   * Runs writes that need no notes, as `undo` takes all of them back at once: now, if one of them throws, or when the
   * transaction around them is taken back.
   */
  wholesale<T>(writes: () => T, undo: () => void): T
}

const KEEPS_WRITES = Symbol("keeps writes")

/** Marks an error that comes after the writes: the real server had stored them when it failed. */
export function keepsWrites<E extends Error>(error: E): E {
  return Object.defineProperty(error, KEEPS_WRITES, { value: true })
}

/** One log for all collections of a database. */
export function undoLog(): UndoLog {
  let undos: (() => void)[] | undefined
  return {
    note(undo) {
      undos?.push(undo)
    },
    transaction(writes) {
      if (undos !== undefined) return writes()
      const mine: (() => void)[] = []
      undos = mine
      try {
        return writes()
      } catch (error) {
        undos = undefined
        if (!(error instanceof Error && KEEPS_WRITES in error)) {
          for (const undo of mine.reverse()) undo()
        }
        throw error
      } finally {
        undos = undefined
      }
    },
    wholesale(writes, undo) {
      const outer = undos
      undos = undefined
      try {
        const result = writes()
        outer?.push(undo)
        return result
      } catch (error) {
        undo()
        throw error
      } finally {
        undos = outer
      }
    },
  }
}
