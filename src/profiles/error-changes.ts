import type { ErrorType } from "../errors.ts"

/** How a version answers with an error type, where it differs from the catalogue. */
interface ErrorChange {
  readonly status?: number
  /** In the place of the type's default; texts that routes have of their own stay. */
  readonly message?: string
}

/** The error types that a version answers otherwise with. */
export type ErrorChanges = Readonly<Partial<Record<ErrorType, ErrorChange>>>
