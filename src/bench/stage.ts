export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** One request, to whichever server. */
export interface Call {
  readonly method: Method
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON text; `""` for none. */
  readonly body: string
}

/** What the calls of an operation are made for. */
export interface Stage {
  readonly projectId: string
  readonly apiKey: string
  /** How many users were seeded: those with the numbers below this one. */
  readonly users: number
  /** The secret of a session of the first of them. */
  readonly session: string
}

/** The ID of a seeded user. One word, so that a search for it finds one user. */
export const seededId = (index: number): string => `seeded${index}`

/** Where the addresses of all users are that the benchmark makes: nobody else's can be there. */
export const EMAIL_DOMAIN = "@example.test"

export const seededEmail = (index: number): string => `${seededId(index)}${EMAIL_DOMAIN}`

export const seededName = (index: number): string => `Walter ${seededId(index)}`
