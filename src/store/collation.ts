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
    weights[count++] = weightAt(text, i)
    if (unitsAt(text, i) === 2) i += 1
  }
  return Buffer.from(weights.buffer, 0, 2 * count).toString("utf16le")
}

/**
 * The key of a text for comparisons: two texts are equal for the database if and only if their keys are the same.
 * Trailing blanks do not count.
 */
export function equalityKey(text: string): string {
  return withoutTrailingBlanks(collationWeights(text))
}

/**
 * The key of a text for an index, which says the same as {@link equalityKey}: but of a text in small ASCII letters, as
 * most IDs and emails are, it is the text itself and takes no memory of its own.
 */
export function indexKey(text: string): string {
  if (isAscii(text)) return withoutTrailingBlanks(text).toLowerCase()
  return equalityKey(text).replace(CAPITALS, (capitals) => capitals.toLowerCase())
}

const CAPITALS = /[A-Z]+/g

function withoutTrailingBlanks(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === BLANK) end -= 1
  return end === text.length ? text : text.slice(0, end)
}

/** The weight of the code point that begins at `at`. */
export function weightAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a ? unit - 0x20 : unit
  return weightOf(unit)
}

/** How many UTF-16 units the code point has that begins at `at`. */
export function unitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1
}
