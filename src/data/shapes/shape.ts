/** What a place in a file may hold. */
export interface Shape<T> {
  /**
   * Takes a value as it is, or refuses.
   * @throws Misshapen
   */
  (value: unknown): T
  /** Only for the compiler, and never there: so a shape that takes less than its type has does not compile, either. */
  readonly exactly?: (value: T) => void
}

/** A value that is not what it must be. Who reads what is around it adds where that was. */
export class Misshapen extends Error {
  override readonly name = "Misshapen"
  /** Members and indexes, the innermost last. */
  readonly path: (string | number)[] = []
}

/**
 * Reads something below a place.
 * @throws Misshapen with the place before its path.
 */
export function below<T>(place: string | number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw placed(error, place)
  }
}

/** An error with a place before its path, if it is one that has a path. */
export function placed(error: unknown, place: string | number): unknown {
  if (error instanceof Misshapen) error.path.unshift(place)
  return error
}

/** What is wrong, and where: `settings.maxSessions: expected a whole number`. */
export function describeMisshapen({ path, message }: Misshapen): string {
  const place = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("")
  return place === "" ? message : `${place.replace(/^\./, "")}: ${message}`
}
