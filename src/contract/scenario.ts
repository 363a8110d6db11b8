import type { JsonValue } from "./json-value.ts"
import type { Answer } from "./transcript.ts"

/**
 * Who sends a step: the project's API key, nobody, or a user by what a login gave out (the session's secret as
 * `X-Appwrite-Session`, a JWT, or a whole `Cookie` header).
 */
export type Sender =
  | "key"
  | "guest"
  | { readonly session: string }
  | { readonly jwt: string }
  | { readonly cookie: string }

/** What a step sends besides its method and path. */
export interface Sent {
  /** By default the API key. */
  readonly as?: Sender
  /** A list is sent as `name[0]=…&name[1]=…`. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>
  /** By lower-case name; project, key, session and JWT are added. */
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; `{"$totp": SECRET}` in it becomes the code of the moment. */
  readonly body?: JsonValue
  /** Sent as it is, in the place of a body. */
  readonly raw?: string
  /**
   * Sends the step again, for some seconds, until its answer is so: for what the server's workers do later, such as
   * entries of the audit log. Only the last one is recorded.
   */
  readonly until?: (answer: Answer) => boolean
  /** Why the step is there, for those who read the recording. */
  readonly note?: string
}

/** What a scenario acts on: one project of some server. */
export interface Stage {
  /** An ID that only this scenario uses: its name with the run's prefix, at most 36 characters. */
  id(name: string): string
  /** An email address that only this scenario uses. */
  email(name: string): string
  /**
   * A phone number that only this scenario uses.
   * @param digit which one, from 0 to 9.
   */
  phone(digit: number): string
  /**
   * Sends one request below `/v1` and records it with its answer.
   * @throws Error when the server can't be reached, or when the run was interrupted.
   */
  step(method: string, path: string, sent?: Sent): Promise<Answer>
}

/** A story of requests about one part of the API. It deletes what it makes. */
export interface Scenario {
  /** In lower case with hyphens: a file is called so. */
  readonly name: string
  readonly area: string
  /** Whether it changes the settings of the project: it is then left out in projects with users of their own. */
  readonly changesSettings?: true
  run(stage: Stage): Promise<void>
}
