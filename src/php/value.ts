/** A PHP float: `1.0`, `1e3`, an integer that does not fit into 64 bits. Plain numbers stand for PHP integers. */
export class PhpFloat {
  readonly value: number

  constructor(value: number) {
    this.value = value
  }
}

/** A PHP array whose keys are exactly 0…n−1 in this order (`array_is_list`); the empty array is one. */
export type PhpList = readonly PhpValue[]

/** A PHP array: an ordered map. It is a plain JavaScript array exactly if it is a list. */
export type PhpArray = PhpList | PhpMap

/**
 * Every value that JSON or a form can bring to the server. `number` is a PHP integer within JavaScript's safe
 * range, `bigint` a 64-bit integer outside of it. A string that is no valid UTF-8 for PHP holds lone surrogates.
 */
export type PhpValue = null | boolean | number | bigint | PhpFloat | string | PhpArray

/**
 * A PHP array that is no list. Integer keys are held as their decimal text, which is unambiguous: PHP turns
 * every string key of that form into an integer.
 */
export class PhpMap {
  readonly keys: readonly string[]
  readonly values: readonly PhpValue[]

  private constructor(keys: readonly string[], values: readonly PhpValue[]) {
    this.keys = keys
    this.values = values
  }

  /**
   * Builds the PHP array with these members: a list if the keys are 0…n−1, otherwise a map.
   *
   * @param keys in order, each of them once
   * @param values as many as keys
   */
  static of(keys: readonly string[], values: readonly PhpValue[]): PhpArray {
    // `slice` gives the exact size; an array that grew by `push` keeps room for more, for as long as it is stored.
    return areListKeys(keys) ? values.slice() : new PhpMap(keys.slice(), values.slice())
  }
}

function areListKeys(keys: readonly string[]): boolean {
  return keys.every((key, index) => key === String(index))
}

/** PHP's `is_array`. */
export function isPhpArray(value: PhpValue): value is PhpArray {
  return value instanceof PhpMap || Array.isArray(value)
}

/** PHP's `array_is_list`: the keys are exactly 0…n−1, in this order. */
export function isPhpList(value: PhpValue): value is PhpList {
  return Array.isArray(value)
}

/** PHP's `count`. */
export function phpCount(array: PhpArray): number {
  return array instanceof PhpMap ? array.keys.length : array.length
}

/**
 * The member under a key, `undefined` if there is none (a member is never `undefined`).
 *
 * @param key a string, or an integer key's decimal text
 */
export function phpGet(array: PhpArray, key: string): PhpValue | undefined {
  if (array instanceof PhpMap) {
    const index = array.keys.indexOf(key)
    return index < 0 ? undefined : array.values[index]
  }
  const index = Number(key)
  return String(index) === key ? array[index] : undefined
}

/** PHP's `array_keys`, integers as their decimal text. */
export function phpKeys(array: PhpArray): readonly string[] {
  return array instanceof PhpMap ? array.keys : array.map((_, index) => String(index))
}

/** PHP's `array_values`. */
export function phpValues(array: PhpArray): PhpList {
  return array instanceof PhpMap ? array.values : array
}
