/** Whom a fault strikes: nobody in particular, an API key, any user, or one user. */
export type FaultCaller = "guest" | "key" | "user" | `user:${string}`

/** Which requests a fault strikes; by default all that the server lets in. */
export interface FaultAim {
  /**
   * Method and path: `POST /users`, `/users/:userId`, `* /account/*`. A placeholder stands for a placeholder of the
   * route, `*` for any method, any segment, or at the end for all that follows; a text for itself.
   */
  readonly route?: string
  readonly caller?: FaultCaller
  /** ID of a project. */
  readonly project?: string
  /** How many of these requests are left alone first; by default none. */
  readonly after?: number
  /** How many are struck at most; by default all. */
  readonly times?: number
  /** How likely each is struck, above 0 to 1; by default 1. */
  readonly probability?: number
}

/** An answer that the server itself gives, or, without a type and for 502 and 504, the gateway in front of it. */
export type ErrorFault =
  | "rate_limited"
  | { readonly status: 429; readonly type?: "general_rate_limit_exceeded" }
  | { readonly status: 500; readonly type?: "general_unknown" | "general_server_error" }
  | { readonly status: 503; readonly type?: "general_smtp_disabled" | "general_phone_disabled" }
  | { readonly status: 502 | 504 }

/** No answer at all: the connection breaks, or nothing comes until the client gives up. */
export type SilentFault = "connection_reset" | "hang"

/** The answer comes, but only half of its body, or none of it. */
export type SpoiltFault = "broken_json" | "empty"

/** Whether the request is struck before anything was done, or after all was done and only the answer is lost. */
export type FaultMoment = "before" | "after"

/** What happens to a request that is struck. */
export type FaultEffect =
  | {
      /** Milliseconds of real time that the answer takes longer. */
      readonly latency: number
      readonly fault?: undefined
      /** By default `before`. */
      readonly when?: FaultMoment
    }
  | {
      readonly latency?: number
      readonly fault: ErrorFault | SilentFault
      /** By default `before`. */
      readonly when?: FaultMoment
    }
  | {
      readonly latency?: number
      /** Always after all was done. */
      readonly fault: SpoiltFault
      readonly when?: "after"
    }

/** A fault: what happens, and to which requests. */
export type FaultRule = FaultAim & FaultEffect
