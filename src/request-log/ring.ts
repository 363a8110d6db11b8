/** The latest items of a sequence, up to a number; older ones give way. */
export interface Ring<T> {
  push(item: T): void
  /** Oldest first. */
  values(): T[]
  /** Takes items out. */
  remove(isGone: (item: T) => boolean): void
}

/** An empty ring. @param size how many items it keeps. */
export function ring<T>(size: number): Ring<T> {
  let items: T[] = []
  /** Where the oldest item is, once the ring is full. */
  let oldest = 0
  const values = (): T[] => [...items.slice(oldest), ...items.slice(0, oldest)]
  return {
    push(item) {
      if (items.length < size) {
        items.push(item)
      } else if (size > 0) {
        items[oldest] = item
        oldest = (oldest + 1) % size
      }
    },
    values,
    remove(isGone) {
      items = values().filter((item) => !isGone(item))
      oldest = 0
    },
  }
}
