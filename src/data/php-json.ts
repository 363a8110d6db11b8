import { type PhpArray, PhpFloat, PhpMap, type PhpValue } from "../php/value.ts"
import { anyObject } from "./shapes/object.ts"
import { below, Misshapen, type Shape } from "./shapes/shape.ts"

/** An object of JSON brings back its members in the order in which they were written, except for names like these. */
const ORDERED_BY_NUMBER = /^(0|[1-9]\d*)$/
/** Names of members that say what JSON can't. */
const MARK = "$"

const isPlainName = (name: string): boolean => !ORDERED_BY_NUMBER.test(name) && !name.startsWith(MARK)

/**
 * For `JSON.stringify`: writes the values of PHP. Maps become an object or, where that would lose something,
 * `{"$map":[[name, value], …]}`; numbers that JavaScript would take for others `{"$float":"1"}` and
 * `{"$integer":"9223372036854775807"}`.
 */
export function writePhp(_name: string, value: unknown): unknown {
  if (typeof value === "bigint") return { $integer: String(value) }
  if (value instanceof PhpFloat) return { $float: Object.is(value.value, -0) ? "-0" : String(value.value) }
  if (!(value instanceof PhpMap)) return value
  const members = value.keys.map((name, index) => [name, value.values[index]] as const)
  return value.keys.every(isPlainName) ? Object.fromEntries(members) : { $map: members }
}

/** An array of PHP, from what {@link writePhp} makes of it. */
export const phpArray: Shape<PhpArray> = (value) => {
  const read = phpOfJson(value, 0)
  if (read instanceof PhpMap || Array.isArray(read)) return read
  throw new Misshapen("expected a list or an object")
}

/** One for all: most users have no preferences. */
const NOTHING: readonly never[] = Object.freeze([])

/** Appwrite takes no deeper ones: PHP's `json_decode` refuses more than 512 levels. */
const DEEPEST = 512

function phpOfJson(value: unknown, depth: number): PhpValue {
  if (depth > DEEPEST) throw new Misshapen("this is nested too deeply")
  if (value === null || typeof value === "boolean" || typeof value === "string") return value
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return value
    throw new Misshapen('expected a whole number, or {"$float":"…"}')
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return NOTHING
    const items: readonly unknown[] = value
    return items.map((item, index) => below(index, () => phpOfJson(item, depth + 1)))
  }
  return phpOfObject(value, depth)
}

function phpOfObject(value: unknown, depth: number): PhpValue {
  const members = Object.entries(anyObject(value))
  const [first] = members
  if (first?.[0].startsWith(MARK)) {
    const [mark, marked] = first
    if (members.length > 1) throw new Misshapen(`${mark} must be alone`)
    return below(mark, () => markedValue(mark, marked, depth))
  }
  if (members.length === 0 || !members.every(([name]) => isPlainName(name))) {
    throw new Misshapen('expected names that are no numbers, or {"$map":[…]}')
  }
  return mapOf(members, depth)
}

function markedValue(mark: string, value: unknown, depth: number): PhpValue {
  if (mark === "$map" && Array.isArray(value)) return mapOf(value, depth)
  if (mark === "$float" && typeof value === "string" && String(value).trim() !== "") {
    const number = Number(value)
    if (!Number.isNaN(number) || value === "NaN") return new PhpFloat(number)
  }
  if (mark === "$integer" && typeof value === "string" && /^-?[1-9]\d{15,18}$/.test(value)) {
    const integer = BigInt(value)
    if (BigInt.asIntN(64, integer) === integer && !Number.isSafeInteger(Number(integer))) return integer
  }
  throw new Misshapen("this means nothing")
}

function mapOf(members: readonly unknown[], depth: number): PhpArray {
  const keys = new Set<string>()
  const values: PhpValue[] = []
  members.forEach((member, index) => {
    if (!Array.isArray(member) || member.length !== 2) throw new Misshapen("expected pairs")
    const [name, value]: readonly unknown[] = member
    if (typeof name !== "string" || keys.has(name)) throw new Misshapen("expected names, each of them once")
    keys.add(name)
    values[index] = below(name, () => phpOfJson(value, depth + 1))
  })
  return PhpMap.of([...keys], values)
}
