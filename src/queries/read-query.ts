import { toText } from "../php/coercion.ts"
import { decodeJson } from "../php/json-decode.ts"
import { typeName, typeNameInError } from "../php/type-name.ts"
import { isPhpArray, type PhpArray, type PhpValue, phpGet, phpValues } from "../php/value.ts"
import type { QueryDialect } from "./dialect.ts"
import { isNesting, type QueryMethod, queryMethod } from "./methods.ts"
import { QueriesRefused } from "./refusal.ts"

/** A query as it was sent: its form is right, nothing is known of its meaning. */
export interface SentQuery {
  readonly name: string
  readonly method: QueryMethod
  readonly attribute: string
  readonly values: PhpArray
  /** The queries inside `and`, `or` and `elemMatch`. */
  readonly nested: readonly SentQuery[]
}

const SOURCES = "/usr/src/code/vendor/utopia-php/database/src/Database"

/**
 * Reads one element of the `queries` parameter.
 *
 * Appwrite 1.9: a JSON object with `method`, `attribute` and `values`, of which the latter two may be missing.
 * @throws QueriesRefused
 */
export function readQuery(element: PhpValue, dialect: QueryDialect): SentQuery {
  const text = toText(element)
  if (text === undefined) {
    throw refusal(
      `Utopia\\Database\\Query::parse(): Argument #1 ($query) must be of type string, ${typeNameInError(element)} given, called in ${SOURCES}/Validator/Queries.php on line 67`,
    )
  }
  const query = decodeJson(text)
  if (query === undefined) throw refusal("Invalid query: Syntax error")
  if (!isPhpArray(query)) throw refusal(`Invalid query. Must be an array, got ${typeName(query)}`)
  return queryOf(query, dialect)
}

function queryOf(query: PhpArray, dialect: QueryDialect): SentQuery {
  const name = dialect.readMethod(phpGet(query, "method") ?? "")
  const attribute = phpGet(query, "attribute") ?? ""
  const method = dialect.knowsMethod(name) ? queryMethod(name) : undefined
  if (method === undefined) throw refusal(`Invalid query method: ${name}`)
  if (typeof attribute !== "string") {
    throw refusal(`Invalid query attribute. Must be a string, got ${typeName(attribute)}`)
  }
  const values = dialect.readValues(phpGet(query, "values") ?? [])
  const nested = isNesting(method) ? phpValues(values).map((value) => nestedQuery(value, dialect)) : []
  return { name, method, attribute, values, nested }
}

function nestedQuery(value: PhpValue, dialect: QueryDialect): SentQuery {
  if (isPhpArray(value)) return queryOf(value, dialect)
  throw refusal(
    `Utopia\\Database\\Query::parseQuery(): Argument #1 ($query) must be of type array, ${typeNameInError(value)} given, called in ${SOURCES}/Query.php on line 396`,
  )
}

function refusal(message: string): QueriesRefused {
  return new QueriesRefused(`Invalid query: ${message}`)
}
