import type { IncomingHttpHeaders } from "node:http"
import type { Readable } from "node:stream"

/** A request as it comes over the wire. */
export interface Incoming extends Readable {
  readonly headers: IncomingHttpHeaders
}

/** How much one client may ask of the server. */
export interface Bounds {
  /** Bytes of a body; a longer one is answered with 413. By default 12 MiB, as Appwrite 1.9 sets it. */
  readonly maxBodySize?: number
  /** Bytes of request line and headers; longer ones are answered with 431. By default 64 KiB, as Swoole has it. */
  readonly maxHeaderSize?: number
  /** Connections at one time; further ones are closed at once. By default as many as the system allows. */
  readonly maxConnections?: number
  /**
   * Milliseconds until a request must be there, and its headers within a minute of them; a slower one is answered with
   * 408. By default 300,000.
   */
  readonly requestTimeout?: number
}

export const DEFAULT_BOUNDS = {
  maxBodySize: 12 * 1024 * 1024,
  maxHeaderSize: 64 * 1024,
  requestTimeout: 300_000,
} as const satisfies Bounds

/** How often Node looks for requests that are too slow, unless it has to look more often. In milliseconds. */
const LOOKS_EVERY = 30_000

/** Bounds that Node's own server keeps, as it takes them. */
export function serverBounds({
  maxHeaderSize,
  requestTimeout,
}: Required<Omit<Bounds, "maxConnections" | "maxBodySize">>) {
  return { maxHeaderSize, requestTimeout, connectionsCheckingInterval: Math.min(LOOKS_EVERY, requestTimeout) }
}

/** The answer to a body that is too long. Swoole says no more either, and closes the connection. */
export function tooLarge(): Response {
  return new Response(null, { status: 413, headers: { connection: "close" } })
}

/** Whether the body's length is not said before it comes. */
export function isChunked({ headers }: Incoming): boolean {
  return headers["transfer-encoding"] !== undefined
}

/** Whether a request says that its body will be too long. */
export function saysTooMuch({ headers }: Incoming, maxBodySize: number): boolean {
  return Number(headers["content-length"] ?? 0) > maxBodySize
}

/**
 * Reads a body of unknown length, as far as it is allowed to go, and leaves it with the message, where the adapter looks
 * for it.
 * @returns whether it was short enough.
 * @throws the connection's error, if it ends before the body does.
 */
export async function readAhead(message: Incoming, maxBodySize: number): Promise<boolean> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > maxBodySize) return false
    chunks.push(chunk)
  }
  Object.assign(message, { rawBody: Buffer.concat(chunks) })
  return true
}
