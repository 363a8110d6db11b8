import { collationWeights } from "../store/collation.ts"

/** What a pattern of `LIKE` does not take as itself, and what Appwrite escapes besides. */
const ESCAPED = /[%_[\]^\-.*+?(){}|]/g
/** Stands for `_` in the compiled pattern: no text has a surrogate among its weights. */
const ANY_ONE = "\ud800"

/**
 * Puts a text into a pattern as Appwrite 1.9 does: a backslash before everything special but the backslash itself,
 * so that a backslash in the text takes away the one that follows.
 */
export function escapeLike(text: string): string {
  return text.replace(ESCAPED, "\\$&")
}

/**
 * Compiles a pattern of MariaDB's `LIKE`: `%` is any text, `_` one code point, a backslash takes the meaning of what
 * follows away. Compared are the weights of the collation; blanks at the end count.
 *
 * @returns whether a text, given by its weights ({@link collationWeights}), fits
 */
export function compileLike(pattern: string): (weights: string) => boolean {
  const [first = "", ...rest] = segmentsOf(pattern)
  const last = rest.pop()
  if (last === undefined) return (weights) => weights.length === first.length && fitsAt(weights, first, 0)
  return (weights) => {
    const end = weights.length - last.length
    if (end < first.length || !fitsAt(weights, first, 0) || !fitsAt(weights, last, end)) return false
    let at = first.length
    for (const segment of rest) {
      const found = findFit(weights, segment, at, end)
      if (found < 0) return false
      at = found + segment.length
    }
    return true
  }
}

/** The parts of a pattern between its `%`. */
function segmentsOf(pattern: string): readonly string[] {
  const segments: string[] = []
  let segment = ""
  const codePoints = [...pattern]
  for (let i = 0; i < codePoints.length; i++) {
    const codePoint = codePoints[i] ?? ""
    const escaped = codePoint === "\\" ? codePoints[i + 1] : undefined
    if (escaped !== undefined) {
      segment += collationWeights(escaped)
      i += 1
    } else if (codePoint === "%") {
      segments.push(segment)
      segment = ""
    } else {
      segment += codePoint === "_" ? ANY_ONE : collationWeights(codePoint)
    }
  }
  return [...segments, segment]
}

function fitsAt(weights: string, segment: string, at: number): boolean {
  if (!segment.includes(ANY_ONE)) return weights.startsWith(segment, at)
  for (let i = 0; i < segment.length; i++) {
    if (segment[i] !== ANY_ONE && segment[i] !== weights[at + i]) return false
  }
  return true
}

/** The first place from `at` on where a segment fits and ends before `end`; -1 if there is none. */
function findFit(weights: string, segment: string, at: number, end: number): number {
  const latest = end - segment.length
  if (!segment.includes(ANY_ONE)) {
    const found = weights.indexOf(segment, at)
    return found <= latest ? found : -1
  }
  for (let start = at; start <= latest; start++) if (fitsAt(weights, segment, start)) return start
  return -1
}
