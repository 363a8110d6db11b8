import { type PhpArray, PhpMap, type PhpValue } from "./value.ts"

/** Up to so many keys, looking through them is faster than an index. */
const UNINDEXED_KEYS = 12

/** A PHP array in the making: a key that is set again keeps its place. */
export class PhpArrayBuilder {
  readonly #keys: string[] = []
  readonly #values: PhpValue[] = []
  #index: Map<string, number> | undefined

  /** `$array[$key] = $value`; an integer key is given as its decimal text. */
  set(key: string, value: PhpValue): void {
    const known = this.#find(key)
    if (known >= 0) {
      this.#values[known] = value
      return
    }
    this.#index?.set(key, this.#keys.length)
    this.#keys.push(key)
    this.#values.push(value)
  }

  build(): PhpArray {
    return PhpMap.of(this.#keys, this.#values)
  }

  #find(key: string): number {
    if (this.#keys.length <= UNINDEXED_KEYS) return this.#keys.indexOf(key)
    this.#index ??= new Map(this.#keys.map((known, position) => [known, position]))
    return this.#index.get(key) ?? -1
  }
}
