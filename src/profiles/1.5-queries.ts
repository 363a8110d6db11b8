import { toText } from "../php/coercion.ts"
import { typeNameInError } from "../php/type-name.ts"
import { isPhpArray } from "../php/value.ts"
import type { QueryDialect } from "../queries/dialect.ts"
import { sequenceColumn } from "../queries/order.ts"
import { queryDate15 } from "../queries/query-date-1.5.ts"
import { QueriesRefused } from "../queries/refusal.ts"

const METHODS: ReadonlySet<string> = new Set([
  ...["equal", "notEqual", "lessThan", "lessThanEqual", "greaterThan", "greaterThanEqual", "between"],
  ...["contains", "search", "startsWith", "endsWith", "isNull", "isNotNull", "and", "or"],
  ...["orderAsc", "orderDesc", "limit", "offset", "cursorAfter", "cursorBefore", "select"],
])

const SOURCE = "/usr/src/code-1.5.11/vendor/utopia-php/database/src/Database/Query.php"

/** Appwrite 1.5: what PHP says of a value of the wrong type that one of the query's functions was given. */
function typeRefusal(parameter: string, type: string, given: string, line: number): QueriesRefused {
  return new QueriesRefused(
    `Invalid query: Utopia\\Database\\Query::${parameter} must be of type ${type}, ${given} given, called in ${SOURCE} on line ${line}`,
  )
}

/** Appwrite 1.5. */
export const queries15: QueryDialect = {
  knowsMethod: (name) => METHODS.has(name),
  unknownAttributes: new Set(["$sequence", "impersonator"]),
  mostValues: 100,
  mostDatabaseValues: 100,
  readMethod(sent) {
    const text = toText(sent)
    if (text !== undefined) return text
    throw typeRefusal("isMethod(): Argument #1 ($value)", "string", typeNameInError(sent), 248)
  },
  readValues(sent) {
    if (isPhpArray(sent)) return sent
    throw typeRefusal("__construct(): Argument #3 ($values)", "array", typeNameInError(sent), 262)
  },
  searchable: "an array or string",
  date: queryDate15,
  earliestDate: Number.NEGATIVE_INFINITY,
  nullChecksTakeValues: false,
  tellsNullCursor: false,
  // Of several orders only the first one places the cursor, and backwards its ties go by the order of creation the
  // other way than in the list.
  cursorColumns([first, ...others], isBackwards) {
    if (first === undefined || others.length === 0) return first === undefined ? [] : [first]
    return [
      first,
      sequenceColumn(isBackwards && first.direction === "ascending" ? "descending" : "ascending"),
    ]
  },
  tellsRefusals: true,
}
