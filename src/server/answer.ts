import type { AppwriteError } from "../errors.ts"

/** What answers differ in, besides the headers that only few have. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string | null
  readonly cookies?: readonly string[]
  /** Why the request was refused. */
  readonly error?: AppwriteError
  /** What is likely to be wrong with it. */
  readonly hint?: string | undefined
}
