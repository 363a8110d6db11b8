/**
 * The `queries` parameter is refused before anything is looked up. The message is the part that Appwrite puts behind
 * ``Invalid `queries` param: ``.
 */
export class QueriesRefused extends Error {
  override readonly name = "QueriesRefused"
}

/**
 * A text in the syntax of Appwrite 1.4 cannot be converted: answered with `general_query_invalid` and this message as
 * it is, before any parameter is checked.
 */
export class LegacyQueryRefused extends Error {
  override readonly name = "LegacyQueryRefused"
}
