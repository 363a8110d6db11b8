import type { Attributes } from "../queries/attributes.ts"
import { parseQueries } from "../queries/parse-queries.ts"
import type { Queries } from "../queries/query.ts"
import { QueriesRefused } from "../queries/refusal.ts"
import { Refusal, type Validator } from "./validator.ts"

/**
 * Appwrite 1.9: the queries of a list.
 * @param attributes what the list can be filtered and ordered by; without them it takes only limit and offset.
 */
export function queries(attributes?: Attributes): Validator<Queries> {
  return {
    sample: { kind: "queries", attributes },
    check(value, { now, rules }) {
      try {
        return parseQueries(value, attributes, now, rules.queries)
      } catch (error) {
        if (error instanceof QueriesRefused) return new Refusal(error.message)
        throw error
      }
    },
  }
}
