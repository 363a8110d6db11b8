/**
 * A value that is there, or comes later. Most requests wait for nothing; answered in one go, they spare the promises and
 * listeners that waiting takes, which is most of what a small answer costs.
 */
export type NowOrLater<T> = T | Promise<T>

/** Goes on with a value as soon as it is there: at once, if it is there already. */
export function after<T, U>(value: NowOrLater<T>, goOn: (value: T) => NowOrLater<U>): NowOrLater<U> {
  return value instanceof Promise ? value.then(goOn) : goOn(value)
}

/** Runs `attempt`; `rescue` says what comes of an error that it throws, or that its promise brings. */
export function rescued<T>(
  attempt: () => NowOrLater<T>,
  rescue: (error: unknown) => NowOrLater<T>,
): NowOrLater<T> {
  try {
    const outcome = attempt()
    return outcome instanceof Promise ? outcome.catch(rescue) : outcome
  } catch (error) {
    return rescue(error)
  }
}
