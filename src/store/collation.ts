/*
 * The collation of the database that Appwrite stores texts in (MariaDB, `utf8mb4_general_ci`).
 *
 * A text is compared code point by code point, each by its weight, and the shorter text is filled up with blanks. The
 * weights were made from Unicode 3.0: the capital form of the base letter, for the scripts that had capitals then.
 */

/** Where Unicode 3.0 had letters in two cases; pairs of letters that came later are not folded. */
const CASED: readonly (readonly [first: number, last: number])[] = [
  [0x0061, 0x021f],
  [0x0222, 0x0233],
  [0x0250, 0x02ad],
  [0x0345, 0x0345],
  [0x0386, 0x03ce],
  [0x03d0, 0x03d6],
  [0x03da, 0x03f2],
  [0x0400, 0x0481],
  [0x048c, 0x04c4],
  [0x04c7, 0x04c8],
  [0x04cb, 0x04cc],
  [0x04d0, 0x04f5],
  [0x04f8, 0x04f9],
  [0x0531, 0x0586],
  [0x1e00, 0x1e9b],
  [0x1ea0, 0x1ef9],
  [0x1f00, 0x1fff],
  [0x2160, 0x217f],
  [0x24b6, 0x24e9],
  [0xff21, 0xff5a],
]

/** Letters whose weight does not follow from their decomposition and their capital form of today. */
const EXCEPTIONS: ReadonlyMap<number, number> = new Map([
  [0x00df, 0x0053], // ß is one S
  [0x03f2, 0x03a3], // ϲ had Σ as its capital
  [0x0419, 0x0419], // Й is no И
  [0x0439, 0x0419],
])

const BLANK = 0x20
const BEYOND_BMP = 0xfffd
const LETTER = /^\p{L}/u

const hasCase = (codePoint: number): boolean =>
  CASED.some(([first, last]) => codePoint >= first && codePoint <= last)

/** The letter without its marks. A code point that Unicode merely replaces by another one stays what it is. */
function baseOf(character: string): string {
  const [base = character, ...marks] = character.normalize("NFD")
  const composed = marks.length > 0 && LETTER.test(base) && character.normalize("NFC") === character
  return composed ? base : character
}

function foldedWeight(unit: number): number {
  const exception = EXCEPTIONS.get(unit)
  if (exception !== undefined) return exception
  if (unit >= 0xd800 && unit <= 0xdfff) return BEYOND_BMP
  if (!hasCase(unit)) return unit
  const base = baseOf(String.fromCharCode(unit))
  const capital = base.toUpperCase()
  const weight = capital.charCodeAt(0)
  // ASCII capitals are below the first range, as no other letter needs looking up there.
  const folds = capital.length === 1 && (weight < 0x80 || hasCase(weight))
  return folds ? weight : base.charCodeAt(0)
}

/** Weights by UTF-16 unit, as far as they were asked for; 0 for the others. */
let known: Uint16Array | undefined

function weightOf(unit: number): number {
  known ??= new Uint16Array(0x10000)
  const weight = known[unit]
  if (weight !== undefined && weight !== 0) return weight
  const folded = foldedWeight(unit)
  known[unit] = folded
  return folded
}

/** Room for the weights of a text of usual length. */
const SHORT = 256
const scratch = new Uint16Array(SHORT)

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}

/**
 * The weights of a text under `utf8mb4_general_ci`, one UTF-16 unit for each of its code points, trailing blanks
 * included: what `LIKE` and the words of a full-text index are compared by.
 *
 * MariaDB: letters weigh as the capital of their base letter, everything beyond U+FFFF weighs U+FFFD.
 */
export function collationWeights(text: string): string {
  if (isAscii(text)) return text.toUpperCase()
  const weights = text.length <= SHORT ? scratch : new Uint16Array(text.length)
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    weights[count++] = weightOf(unit)
    const isPair = unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00
    if (isPair) i += 1
  }
  return Buffer.from(weights.buffer, 0, 2 * count).toString("utf16le")
}

/**
 * The key of a text for comparisons: two texts are equal for the database if and only if their keys are the same.
 * Trailing blanks do not count.
 */
export function equalityKey(text: string): string {
  const weights = collationWeights(text)
  let end = weights.length
  while (end > 0 && weights.charCodeAt(end - 1) === BLANK) end -= 1
  return end === weights.length ? weights : weights.slice(0, end)
}

/**
 * The order of two texts by their keys ({@link equalityKey}): negative, 0 or positive. The shorter one counts as filled
 * up with blanks, so that `"a\t"` comes before `"a"`.
 */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const difference = a.charCodeAt(i) - b.charCodeAt(i)
    if (difference !== 0) return difference
  }
  const longer = a.length > b.length ? a : b
  const sign = longer === a ? 1 : -1
  for (let i = shorter; i < longer.length; i++) {
    const difference = longer.charCodeAt(i) - BLANK
    if (difference !== 0) return sign * difference
  }
  return 0
}

/** The order of two texts for the database: negative, 0 (equal, though perhaps not identical) or positive. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : compareKeys(equalityKey(a), equalityKey(b))
}
