import type { Endpoint } from "../endpoint.ts"
import type { AppwriteError } from "../errors.ts"
import type { Arrival } from "./admit.ts"
import type { ResponseHeaders } from "./response-headers.ts"

/** A request and its answer as the server has them in hand: nothing is copied, nothing is masked. */
export interface Exchange {
  readonly arrival: Arrival
  /** `undefined`: there is no such route, or it is never asked for (`OPTIONS`). */
  readonly endpoint: Endpoint | undefined
  /** When the request came, in milliseconds since the epoch, by the emulator's clock. */
  readonly at: number
  /** How long the answer took, in milliseconds of real time. */
  readonly duration: number
  /** 0: a fault of the connection came in its place. */
  readonly status: number
  readonly headers: Readonly<ResponseHeaders>
  readonly cookies: readonly string[]
  readonly body: string | null
  /** Why the request was refused. */
  readonly error: AppwriteError | undefined
  /** What the emulator says to it besides. */
  readonly hint: string | undefined
}

/** Is told of an exchange, just before its answer is sent. It keeps what it wants to, and takes no time. */
export type Observe = (exchange: Exchange) => void
