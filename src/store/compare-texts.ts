import { unitsAt, weightAt } from "./collation.ts"

const BLANK = 0x20

/**
 * The order of two texts for the database: negative, 0 (equal, though perhaps not identical) or positive. They are
 * compared where they stand, up to the first difference: lists compare far more texts than they show.
 *
 * MariaDB, `utf8mb4_general_ci`: the shorter text counts as filled up with blanks, so that `"a\t"` comes before `"a"`.
 */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const left = i < a.length ? weightAt(a, i) : BLANK
    const right = j < b.length ? weightAt(b, j) : BLANK
    if (left !== right) return left - right
    i += unitsAt(a, i)
    j += unitsAt(b, j)
  }
  return 0
}

/** The order of two texts by their UTF-16 units, the shorter one filled up with blanks. */
export function compareUnits(a: string, b: string): number {
  const length = Math.max(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = (i < a.length ? a.charCodeAt(i) : BLANK) - (i < b.length ? b.charCodeAt(i) : BLANK)
    if (difference !== 0) return difference
  }
  return 0
}
