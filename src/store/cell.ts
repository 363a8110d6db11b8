import type { UndoLog } from "./transaction.ts"

/** One value that is replaced as a whole. */
export interface Cell<T> {
  get(): T
  set(value: T): void
}

/**
 * A cell in memory.
 * @param log takes note of each write, so that a transaction can take it back.
 */
export function cell<T>(initial: T, log: UndoLog): Cell<T> {
  let current = initial
  return {
    get: () => current,
    set(value) {
      const previous = current
      current = value
      log.note(() => {
        current = previous
      })
    },
  }
}
