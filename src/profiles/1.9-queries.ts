import { typeName } from "../php/type-name.ts"
import { isPhpArray } from "../php/value.ts"
import type { QueryDialect } from "../queries/dialect.ts"
import { queryDate } from "../queries/query-date.ts"
import { QueriesRefused } from "../queries/refusal.ts"

/** Appwrite 1.9 with MariaDB. */
export const queries19: QueryDialect = {
  knowsMethod: () => true,
  unknownAttributes: new Set(),
  mostValues: 5000,
  mostDatabaseValues: 500,
  readMethod(sent) {
    if (typeof sent === "string") return sent
    throw new QueriesRefused(`Invalid query: Invalid query method. Must be a string, got ${typeName(sent)}`)
  },
  readValues(sent) {
    if (isPhpArray(sent)) return sent
    throw new QueriesRefused(`Invalid query: Invalid query values. Must be an array, got ${typeName(sent)}`)
  },
  searchable: "an array, string, or object",
  date: queryDate,
  earliestDate: new Date(0).setUTCFullYear(1000, 0, 1),
  nullChecksTakeValues: true,
  tellsNullCursor: true,
  cursorColumns: (columns) => columns,
  tellsRefusals: false,
}
