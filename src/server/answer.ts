/** What answers differ in, besides the headers that only few have. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string | null
  readonly cookies?: readonly string[]
}
