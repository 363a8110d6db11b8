import { PhpArrayBuilder } from "./array-builder.ts"
import { integerKey, isInt64 } from "./integer.ts"
import type { PhpArray } from "./value.ts"

/** PHP's default `max_input_nesting_level`. */
const MAX_NESTING = 64

/** An array of variables that still grows. */
interface Table {
  readonly members: Map<string, string | Table>
  /** The key that `[]` gives to the next member; `undefined`, which means 0, as long as no key is an integer. */
  nextIndex: bigint | undefined
}

/** The variables of a query string or a form, in PHP's form: `a[k][]=v` makes nested arrays. */
export class InputVariables {
  readonly #root = newTable()

  /**
   * Adds one variable as PHP does (`php_register_variable`). Leading blanks of the name are dropped, further
   * blanks and dots before the first `[` become `_`; what follows a `]` other than `[` is ignored, as is the
   * rest from an unclosed `[` on, except at the first one, where it belongs to the name. A name is cut off at
   * a NUL. Nothing is added without a name; more than 64 `[…]` remove the whole variable.
   *
   * @param name decoded
   */
  add(name: string, value: string): void {
    const { base, keys } = parseName(name)
    if (base === "") return
    if (keys === "too many") {
      this.#root.members.delete(base)
      return
    }
    let table = this.#root
    let key: Key = base
    for (const next of keys) {
      const inner = openTable(table, key)
      if (inner === undefined) return
      table = inner
      key = next
    }
    assign(table, key, value)
  }

  build(): PhpArray {
    return build(this.#root)
  }
}

/** What stands between the brackets; `undefined` for `[]`. */
type Key = string | undefined

interface Name {
  readonly base: string
  readonly keys: readonly Key[] | "too many"
}

function parseName(name: string): Name {
  const [cString = ""] = name.split("\0", 1)
  const text = cString.replace(/^ +/, "")
  const bracket = text.indexOf("[")
  if (bracket < 0) return { base: text.replace(/[ .]/g, "_"), keys: [] }
  const base = text.slice(0, bracket).replace(/[ .]/g, "_")
  const keys: Key[] = []
  for (let at = bracket; text[at] === "["; ) {
    if (keys.length === MAX_NESTING) return { base, keys: "too many" }
    const empty = /^\[[ \t-\r]?\]/.exec(text.slice(at, at + 3))
    const close = empty === null ? text.indexOf("]", at + 2) : at + empty[0].length - 1
    if (close < 0) break
    keys.push(empty === null ? text.slice(at + 1, close) : undefined)
    at = close + 1
  }
  if (keys.length === 0 && base !== "") return { base: text.replace(/[ .[]/g, "_"), keys }
  return { base, keys }
}

function newTable(): Table {
  return { members: new Map(), nextIndex: undefined }
}

/** The array under a key; a new one takes the place of nothing or of a string. */
function openTable(table: Table, key: Key): Table | undefined {
  const known = key === undefined ? undefined : table.members.get(key)
  if (known !== undefined && typeof known !== "string") return known
  const inner = newTable()
  return assign(table, key, inner) ? inner : undefined
}

/** Whether there was a key left for the member: behind the largest integer there is none for `[]`. */
function assign(table: Table, key: Key, member: string | Table): boolean {
  const index = key === undefined ? (table.nextIndex ?? 0n) : integerKey(key)
  if (index !== undefined) {
    if (!isInt64(index)) return false
    if (table.nextIndex === undefined || index >= table.nextIndex) table.nextIndex = index + 1n
  }
  table.members.set(key ?? String(index), member)
  return true
}

function build(table: Table): PhpArray {
  const array = new PhpArrayBuilder()
  for (const [key, member] of table.members)
    array.set(key, typeof member === "string" ? member : build(member))
  return array.build()
}
