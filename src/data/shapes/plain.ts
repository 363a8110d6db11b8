import { below, Misshapen, type Shape } from "./shape.ts"

/** A text. */
export const text: Shape<string> = (value) => {
  if (typeof value === "string") return value
  throw new Misshapen("expected a text")
}

/** Yes or no. */
export const flag: Shape<boolean> = (value) => {
  if (typeof value === "boolean") return value
  throw new Misshapen("expected true or false")
}

/** Yes, and nothing else. */
export const yes: Shape<true> = (value) => {
  if (value === true) return value
  throw new Misshapen("expected true")
}

/** A whole number that is exact in JavaScript. */
export const whole: Shape<number> = (value) => {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value
  throw new Misshapen("expected a whole number")
}

/** The earliest and the latest moment that a date of JavaScript can tell. */
const LAST_MOMENT = 8_640_000_000_000_000

/** A moment in milliseconds since the epoch. */
export const moment: Shape<number> = (value) => {
  const read = whole(value)
  if (Math.abs(read) <= LAST_MOMENT) return read
  throw new Misshapen("expected a moment in milliseconds since the epoch")
}

/** `null`, or something of another shape. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value))
}

/** Something of one of two shapes. What is neither is refused with the reason of the first. */
export function either<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return (value) => {
    try {
      return one(value)
    } catch (refusal) {
      if (!(refusal instanceof Misshapen)) throw refusal
      try {
        return other(value)
      } catch (error) {
        throw error instanceof Misshapen ? refusal : error
      }
    }
  }
}

/** One of these texts. */
export function oneOf<const T extends string>(...words: readonly T[]): Shape<T> {
  return (value) => {
    const word = words.find((known) => known === value)
    if (word !== undefined) return word
    throw new Misshapen(`expected one of ${words.join(", ")}`)
  }
}

/** One for all: most lists of most records are empty. */
const NOTHING: readonly never[] = Object.freeze([])

/** A list. */
export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Misshapen("expected a list")
    if (value.length === 0) return NOTHING
    const items: readonly unknown[] = value
    return items.map((item, index) => below(index, () => shape(item)))
  }
}
