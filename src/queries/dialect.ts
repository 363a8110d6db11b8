import type { PhpArray, PhpValue } from "../php/value.ts"
import type { OrderColumn } from "./order.ts"

/** What the query languages of Appwrite's versions, and the databases behind them, differ in. */
export interface QueryDialect {
  /** Whether there is a method; names are case-sensitive. */
  knowsMethod(name: string): boolean
  /** Attributes that no list of the version has. */
  readonly unknownAttributes: ReadonlySet<string>
  /** Values of one query that the parameter check lets through. */
  readonly mostValues: number
  /** Values that the database takes for one attribute. */
  readonly mostDatabaseValues: number
  /** The name of the method, as it was sent. @throws QueriesRefused */
  readMethod(sent: PhpValue): string
  /** The values, as they were sent. @throws QueriesRefused */
  readValues(sent: PhpValue): PhpArray
  /** What can be searched for a text, in the message for what can't. */
  readonly searchable: string
  /** A date that an attribute is compared with: milliseconds since the epoch, or `undefined` for a refused one. */
  date(text: string, now: number, attribute: string): number | undefined
  /** The earliest date that the database takes, in milliseconds since the epoch. */
  readonly earliestDate: number
  /** Whether a check for `null` may come with values. */
  readonly nullChecksTakeValues: boolean
  /** Whether a cursor without a value in an order attribute is told; otherwise the request fails. */
  readonly tellsNullCursor: boolean
  /**
   * The columns by which a cursor is placed.
   * @param columns of the order in which the page is looked for.
   * @param isBackwards whether that is the order of the list from its end.
   */
  cursorColumns(columns: readonly OrderColumn[], isBackwards: boolean): readonly OrderColumn[]
  /** Whether all lists tell why the database refuses a query; otherwise only those of users do, and others fail. */
  readonly tellsRefusals: boolean
}
