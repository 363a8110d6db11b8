/** What every stored record has, named as Appwrite names it. Dates are milliseconds since the epoch. */
export interface Document {
  readonly $id: string
  /** Number of the record in its collection, in order of creation; never given twice. */
  readonly $sequence: number
  readonly $createdAt: number
  readonly $updatedAt: number
}
