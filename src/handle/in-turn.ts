import type { NowOrLater } from "../now-or-later.ts"

/** Lets calls wait for each other: each begins when the one before it has ended, well or not. */
export function inTurn<A extends readonly unknown[], R>(
  call: (...args: A) => NowOrLater<R>,
): (...args: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve()
  return (...args) => {
    const mine = last.then(() => call(...args))
    last = mine.catch(() => {})
    return mine
  }
}
