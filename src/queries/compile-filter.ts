import { collationWeights, equalityKey } from "../store/collation.ts"
import { compareTexts } from "../store/compare-texts.ts"
import type { Document } from "../store/document.ts"
import { type AttributeType, readAttribute, type StoredValue } from "./attributes.ts"
import { compileLike, escapeLike } from "./like.ts"
import type { AttributeFilter, Filter, Operand } from "./query.ts"

/** Whether a record meets a condition. */
export type Predicate = (record: Document) => boolean

type Test = (value: StoredValue) => boolean

/**
 * Compiles filters, all of which have to be met, as MariaDB answers them under Appwrite 1.9: texts are compared under
 * the collation, the elements of arrays exactly; `null` meets no condition but `isNull`, not even a negated one.
 * Filters that the database refuses meet nothing.
 */
export function compileFilters(filters: readonly Filter[]): Predicate {
  const predicates = filters.map(compileFilter)
  return (record) => predicates.every((meets) => meets(record))
}

function compileFilter(filter: Filter): Predicate {
  if ("filters" in filter) {
    const predicates = filter.filters.map(compileFilter)
    return filter.method === "and"
      ? (record) => predicates.every((meets) => meets(record))
      : (record) => predicates.some((meets) => meets(record))
  }
  if (filter.type === "nested") return () => false
  const read = readAttribute(filter.attribute)
  if (filter.method === "isNull") return (record) => read(record) === null
  const test = compileTest(filter)
  return (record) => {
    const value = read(record)
    return value !== null && test(value)
  }
}

function compileTest({ method, type, values }: AttributeFilter): Test {
  const [first = null, second = null] = values
  switch (method) {
    case "isNotNull":
      return () => true
    case "isNull":
    case "exists":
    case "notExists":
    case "search":
    case "notSearch":
      return () => false
    case "equal":
      return equality(values)
    case "notEqual":
      return not(equality(values))
    case "lessThan":
      return comparison(first, (order) => order < 0)
    case "lessThanEqual":
      return comparison(first, (order) => order <= 0)
    case "greaterThan":
      return comparison(first, (order) => order > 0)
    case "greaterThanEqual":
      return comparison(first, (order) => order >= 0)
    case "between":
      return both(
        comparison(first, (order) => order >= 0),
        comparison(second, (order) => order <= 0),
      )
    case "notBetween":
      if (first === null || second === null) return () => false
      return not(compileTest({ method: "between", attribute: "", type, values }))
    case "startsWith":
      return like(type, values, (text) => `${escapeLike(text)}%`)
    case "notStartsWith":
      return not(like(type, values, (text) => `${escapeLike(text)}%`))
    case "endsWith":
      return like(type, values, (text) => `%${escapeLike(text)}`)
    case "notEndsWith":
      return not(like(type, values, (text) => `%${escapeLike(text)}`))
    case "contains":
    case "containsAny":
      return type === "string[]" ? overlap(values) : like(type, values, (text) => `%${escapeLike(text)}%`)
    case "notContains":
      return not(compileTest({ method: "contains", attribute: "", type, values }))
    case "containsAll":
      // On a text, Appwrite passes the values on as they are: each of them is a pattern.
      return type === "string[]" ? superset(values) : like(type, values, (pattern) => pattern)
  }
}

const not =
  (test: Test): Test =>
  (value) =>
    !test(value)

const both =
  (a: Test, b: Test): Test =>
  (value) =>
    a(value) && b(value)

/** What equal values have in common. */
const identity = (value: StoredValue | Operand): StoredValue =>
  typeof value === "string" ? equalityKey(value) : value

function equality(values: readonly Operand[]): Test {
  const [only = null] = values
  if (values.length === 1 && typeof only === "string") {
    return (value) => typeof value === "string" && compareTexts(value, only) === 0
  }
  const wanted = new Set(values.map(identity))
  return (value) => wanted.has(identity(value))
}

function comparison(operand: Operand, accepts: (order: number) => boolean): Test {
  if (operand === null) return () => false
  if (typeof operand !== "string") return (value) => accepts(Number(value) - Number(operand))
  return (value) => accepts(compareTexts(String(value), operand))
}

function like(type: AttributeType, values: readonly Operand[], toPattern: (text: string) => string): Test {
  const patterns = values.map((value) => compileLike(toPattern(operandText(type, value))))
  return (value) => {
    const weights = collationWeights(columnText(type, value))
    return patterns.some((fits) => fits(weights))
  }
}

/** PHP writes `false` as an empty text. */
function operandText(type: AttributeType, value: Operand): string {
  return value === false ? "" : columnText(type, value)
}

/** The text of a value for the database. */
function columnText(type: AttributeType, value: StoredValue): string {
  if (type === "datetime") return new Date(Number(value)).toISOString()
  return String(typeof value === "boolean" ? Number(value) : value)
}

const elements = (value: StoredValue): readonly StoredValue[] =>
  typeof value === "object" ? (value ?? []) : []

function overlap(values: readonly Operand[]): Test {
  const wanted = new Set<StoredValue>(values)
  return (value) => elements(value).some((element) => wanted.has(element))
}

function superset(values: readonly Operand[]): Test {
  return (value) => values.every((wanted) => elements(value).includes(wanted))
}
