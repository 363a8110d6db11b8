/** Who sent a request. */
export type LogCaller =
  | { readonly role: "guest" }
  /** `impersonatorId`: who acted in the user's name; `null`: the user did. */
  | { readonly role: "user"; readonly userId: string; readonly impersonatorId: string | null }
  /** An API key by its name, which is no secret. */
  | { readonly role: "key"; readonly name: string }
  /** The request was refused, or answered, before anybody asked. */
  | { readonly role: "unknown" }

/** A parameter that was sent and that nothing read: its name, and where it was. */
export interface IgnoredParameter {
  readonly name: string
  readonly in: "query" | "body"
}

/** One exchange in the request log: a request and what came of it, without any secret. */
export interface LogEntry {
  /** Counts up from 1, one for each exchange. */
  readonly id: number
  /** When the request came, by the emulator's clock, in ISO 8601. */
  readonly time: string
  /** ID of the project; `console` where the request named none. */
  readonly project: string
  readonly method: string
  /** As it was sent, without the query. */
  readonly path: string
  /** The declared path, such as `/v1/users/:userId`; `null` where there is none. */
  readonly route: string | null
  readonly caller: LogCaller
  /** 0: a fault that was asked for came between, such as a broken connection. */
  readonly status: number
  /** How long the answer took, in milliseconds of real time. */
  readonly duration: number
  readonly error: { readonly type: string; readonly message: string } | null
  /** Parameters that were sent and that nothing read: misspelt, of another version, or in the wrong place. */
  readonly ignored: readonly IgnoredParameter[]
  /** What the client's SDK says of itself. */
  readonly sdk: { readonly name: string; readonly version: string } | null
  /** What is likely to be wrong with the request. */
  readonly hint: string | null
}

/** A caller in few words: `guest`, `user ada`, `user ada (by ben)`, `key Emulator`. */
export function callerText(caller: LogCaller): string {
  switch (caller.role) {
    case "user":
      return `user ${caller.userId}${caller.impersonatorId === null ? "" : ` (by ${caller.impersonatorId})`}`
    case "key":
      return `key ${caller.name}`
    default:
      return caller.role
  }
}
