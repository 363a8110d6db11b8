import type { Reading } from "./reading.ts"
import type { Shape } from "./shape.ts"

/**
 * A shape under a further rule, which is asked when all else is right.
 * @param check notes in the reading what is wrong.
 */
export function refined<In, Out>(
  shape: Shape<In, Out>,
  check: (read: Out, reading: Reading) => void,
): Shape<In, Out> {
  return {
    ...shape,
    read(written, reading) {
      const read = shape.read(written, reading)
      const before = reading.count
      if (read !== undefined) check(read, reading)
      return reading.count === before ? read : undefined
    },
  }
}
