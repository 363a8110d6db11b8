import type { Stage } from "../stage.ts"

/** Values by the names of parameters. */
export type Arguments = Readonly<Record<string, unknown>>

/** What a service's methods are called with, and what must come of it. Methods go by their names in lower case. */
export interface Plan {
  /** Name of the client's class. */
  readonly service: "Users" | "Account"
  /** Whether the client comes with the API key. */
  readonly withKey: boolean
  /** Makes what each call finds on the server, and brings values of parameters that most methods take. */
  readonly prepare: (stage: Stage) => Promise<Arguments>
  /** What single methods need besides: values in the place of those of `prepare`. */
  readonly needs: Readonly<
    Record<string, (stage: Stage, common: Arguments) => Arguments | Promise<Arguments>>
  >
  /** The value of `X-Fallback-Cookies` of whoever calls a method; `""` for nobody. */
  readonly cookies: (method: string, common: Arguments) => string
  /** Optional parameters that methods can do without only in other circumstances. */
  readonly insists: Readonly<Record<string, readonly string[]>>
  /** What an answer must hold, maybe among other things, when the method was given these arguments. */
  readonly expected: Readonly<Record<string, (given: Arguments, common: Arguments) => unknown>>
  /** What the server must tell after a call: the path that is asked with the API key, and part of the answer. */
  readonly after: Readonly<Record<string, (given: Arguments) => readonly [path: string, body: unknown]>>
}
