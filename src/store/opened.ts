/** What can tell what it holds. */
interface Capturing<S> {
  capture(): S
  restore(state: S): void
}

/** Something that is opened when it is first needed. */
export interface Opened<C extends Capturing<S>, S> extends Capturing<S> {
  get(): C
}

/**
 * Puts off opening: a project has many collections, of which a test touches a few.
 * @param state what `open` starts from: as long as nothing was opened, it is what there is to capture.
 */
export function opened<C extends Capturing<S>, S>(state: S | undefined, open: () => C): Opened<C, S> {
  let current: C | undefined
  const get = () => {
    current ??= open()
    return current
  }
  return {
    get,
    capture: () => (current === undefined && state !== undefined ? state : get().capture()),
    restore: (captured) => get().restore(captured),
  }
}
