import {
  isPhpArray,
  isPhpList,
  type PhpArray,
  type PhpValue,
  phpCount,
  phpGet,
  phpKeys,
  phpValues,
} from "../php/value.ts"
import { type Attributes, type AttributeType, attributeType } from "./attributes.ts"
import type { QueryDialect } from "./dialect.ts"
import { type AttributeMethod, type FilterRule, isAttributeMethod, isContainment } from "./methods.ts"
import type { AttributeFilter, NestedAttributeFilter, Operand } from "./query.ts"
import type { SentQuery } from "./read-query.ts"
import { QueriesRefused } from "./refusal.ts"

const INT32_MIN = -(2 ** 31)
const INT32_MAX = 2 ** 31 - 1

/** What filters are checked by. */
export interface FilterScope {
  readonly attributes: Attributes
  /** Milliseconds since the epoch: what dates are completed from. */
  readonly now: number
  readonly dialect: QueryDialect
}

/** The type of an attribute, `undefined` if the list has not got it. */
export function typeInScope({ attributes, dialect }: FilterScope, name: string): AttributeType | undefined {
  return dialect.unknownAttributes.has(name) ? undefined : attributeType(attributes, name)
}

/**
 * Checks a filter on one attribute.
 *
 * @throws QueriesRefused
 */
export function checkFilter(
  query: SentQuery,
  rule: FilterRule,
  scope: FilterScope,
): AttributeFilter | NestedAttributeFilter {
  checkCount(query, rule)
  const name = query.attribute
  const { top, type } = findAttribute(name, scope)
  if (rule === "vector") throw refusal("Vector queries can only be used on vector attributes")
  const { method, values } = knownFilter(query, top, type, scope)
  return top === name
    ? { method, attribute: name, type, values }
    : { method, attribute: name, type: "nested", values }
}

function checkCount({ name, values }: SentQuery, rule: FilterRule): void {
  const count = phpCount(values)
  const first = phpGet(values, "0") ?? null
  const title = name.charAt(0).toUpperCase() + name.slice(1)
  if (rule === "distance") {
    if (count !== 1 || !isPhpArray(first) || phpCount(first) !== 3) {
      throw refusal("Distance query requires [[geometry, distance]] parameters")
    }
  } else if (rule === "exactlyOne" && count !== 1) {
    throw refusal(`${title} queries require exactly one value.`)
  } else if (rule === "exactlyTwo" && count !== 2) {
    throw refusal(`${title} queries require exactly two values.`)
  } else if (rule === "atLeastOne" || rule === "spatial") {
    const isEmpty = count === 0 || (isPhpArray(first) && phpCount(first) === 0)
    if (isEmpty) throw refusal(`${title} queries require at least one value.`)
  }
}

/** `name.first` is taken for a member of the attribute `name`. */
function findAttribute(name: string, scope: FilterScope): { top: string; type: AttributeType } {
  const [top = name] = name.split(".", 1)
  const type = typeInScope(scope, top)
  if (type === undefined) throw refusal(`Attribute not found in schema: ${top}`)
  return { top, type }
}

function knownFilter(
  query: SentQuery,
  attribute: string,
  type: AttributeType,
  { now, dialect }: FilterScope,
) {
  const { name: method, values } = query
  if (method === "exists" || method === "notExists") return { method, values: [] } as const
  if (phpCount(values) > dialect.mostValues) {
    throw refusal(`Query on attribute has greater than ${dialect.mostValues} values: ${attribute}`)
  }
  if (!isAttributeMethod(method)) {
    throw refusal(`Spatial query "${method}" cannot be applied on non-spatial attribute: ${attribute}`)
  }
  const operands = phpValues(values).map((value) => {
    const operand = toOperand(value, type, (text) => dialect.date(text, now, attribute))
    if (operand === undefined) throw refusal(`Query value is invalid for attribute "${attribute}"`)
    return operand
  })
  if (isContainment(method) && type !== "string" && type !== "string[]") {
    const title = method === "notContains" ? method : "contains"
    throw refusal(
      `Cannot query ${title} on attribute "${attribute}" because it is not ${dialect.searchable}.`,
    )
  }
  const isNullCheck = method === "isNull" || method === "isNotNull"
  if (type === "string[]" && !isContainment(method) && !isNullCheck) {
    throw refusal(`Cannot query ${method} on attribute "${attribute}" because it is an array.`)
  }
  return { method, values: isPhpList(values) ? operands : keyedOperands(method, type, values, operands) }
}

/** The values came as an object: what looks for them by position, or for the list as a whole, finds nothing. */
function keyedOperands(
  method: AttributeMethod,
  type: AttributeType,
  values: PhpArray,
  operands: readonly Operand[],
): readonly Operand[] {
  if (type === "string[]") return [null]
  if (method !== "between" && method !== "notBetween") return operands
  const keys = phpKeys(values)
  return ["0", "1"].map((position) => operands[keys.indexOf(position)] ?? null)
}

function toOperand(
  value: PhpValue,
  type: AttributeType,
  dateOf: (text: string) => number | undefined,
): string | number | boolean | undefined {
  switch (type) {
    case "string":
    case "string[]":
      return typeof value === "string" ? value : undefined
    case "boolean":
      return typeof value === "boolean" ? value : undefined
    case "integer":
      return typeof value === "number" && value >= INT32_MIN && value <= INT32_MAX ? value : undefined
    case "datetime":
      return typeof value === "string" ? dateOf(value) : undefined
  }
}

function refusal(message: string): QueriesRefused {
  return new QueriesRefused(`Invalid query: ${message}`)
}
