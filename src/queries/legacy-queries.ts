import { toText } from "../php/coercion.ts"
import { encodeJson } from "../php/json-encode.ts"
import { typeNameInError } from "../php/type-name.ts"
import { isPhpArray, type PhpValue, phpValues } from "../php/value.ts"
import { legacyParameters } from "./legacy-parameters.ts"
import { LegacyQueryRefused } from "./refusal.ts"

/** Filters of Appwrite 1.4 with an attribute and a value, or a list of values. */
const FILTERS = [
  "equal",
  "notEqual",
  "lessThan",
  "lessThanEqual",
  "greaterThan",
  "greaterThanEqual",
  "contains",
  "search",
  "isNull",
  "isNotNull",
  "startsWith",
  "endsWith",
]
const ORDERS = ["orderAsc", "orderDesc"]
const SINGLE_VALUES = ["limit", "offset", "cursorAfter", "cursorBefore"]

/**
 * Converts the `queries` parameter from the syntax of Appwrite 1.4 (`equal("name", ["Ann"])`) to that of 1.5 and later.
 *
 * Appwrite 1.9 does so for some lists if `X-Appwrite-Response-Format` is below 1.5.0, before it checks parameters.
 * @param value the parameter as it was sent; what is no array becomes an empty one
 * @returns the parameter for the check: JSON texts
 * @throws LegacyQueryRefused
 */
export function convertLegacyQueries(value: PhpValue): PhpValue {
  return isPhpArray(value) ? phpValues(value).map(convertQuery) : []
}

function convertQuery(element: PhpValue): string {
  const text = toText(element)
  if (text === undefined) {
    throw typeRefusal(`${FILTER}::parseQuery(): Argument #1 ($filter)`, "string", element, 68)
  }
  const start = text.indexOf("(")
  if (start < 0) throw new LegacyQueryRefused("Invalid query")
  const method = text.slice(0, start)
  if (method.includes(".")) throw new LegacyQueryRefused("Invalid query method")
  // Whatever the last character is, it counts as the closing parenthesis.
  const parameters = legacyParameters(text.slice(start + 1, -1))
  return encodeJson({ method: method === "0" ? "" : method, ...argumentsOf(method, parameters) })
}

function argumentsOf(method: string, parameters: readonly PhpValue[]): Readonly<Record<string, PhpValue>> {
  const [first = null, second = null, third = null] = parameters
  if (FILTERS.includes(method)) {
    const attribute = attributeOf(first ?? "", parameters.length < 2 ? 243 : 245)
    if (parameters.length < 2) return attribute
    return { ...attribute, values: isPhpArray(second) ? phpValues(second) : [second] }
  }
  if (method === "between") return { ...attributeOf(first, 248), values: [second, third] }
  if (method === "select") {
    if (!isPhpArray(first)) throw typeRefusal(`${CONSTRUCTOR} Argument #3 ($values)`, "array", first, 250)
    return { values: first }
  }
  if (ORDERS.includes(method)) return attributeOf(first ?? "", 253)
  return SINGLE_VALUES.includes(method) && parameters.length > 0 ? { values: [first] } : {}
}

const FILTER = "Appwrite\\Utopia\\Request\\Filters\\V17"
const CONSTRUCTOR = "Utopia\\Database\\Query::__construct():"

function attributeOf(value: PhpValue, line: number): { readonly attribute: string } {
  const attribute = toText(value)
  if (attribute === undefined)
    throw typeRefusal(`${CONSTRUCTOR} Argument #2 ($attribute)`, "string", value, line)
  return { attribute: attribute === "0" ? "" : attribute }
}

/** PHP's own words for an argument of the wrong type: Appwrite passes them on. */
function typeRefusal(
  argument: string,
  wanted: "string" | "array",
  value: PhpValue,
  line: number,
): LegacyQueryRefused {
  return new LegacyQueryRefused(
    `${argument} must be of type ${wanted}, ${typeNameInError(value)} given, called in /usr/src/code/src/Appwrite/Utopia/Request/Filters/V17.php on line ${line}`,
  )
}
