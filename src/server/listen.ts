import type { Socket } from "node:net"
import { ConnectionReset } from "../faults/interruption.ts"
import {
  type Bounds,
  DEFAULT_BOUNDS,
  type Incoming,
  isChunked,
  readAhead,
  saysTooMuch,
  serverBounds,
  tooLarge,
} from "./bounds.ts"
import { literalTarget } from "./literal-target.ts"

/** Answers one request, given the address at the other end of its connection. */
export type Fetch = (request: Request, peer: string) => Response | Promise<Response>

/** A server on a port. */
export interface Listening {
  /** `http://127.0.0.1:4590` */
  readonly url: string
  readonly port: number
  /** Closes the port and all connections. */
  close(): Promise<void>
}

/** Where to listen, and to how much. */
export interface Address extends Bounds {
  readonly host: string
  /** 0 is any free one. */
  readonly port: number
  /**
   * Whether the process is the emulator's own. Then the global `Request` and `Response` become lighter ones, which
   * makes answers faster; in a process of somebody else's they are left alone.
   */
  readonly ownsProcess?: boolean
}

/**
 * Breaks the connection off where that is what was asked for.
 * @throws the error, if it is another one
 */
async function breakOff(socket: Socket, error: unknown): Promise<Response> {
  if (!(error instanceof ConnectionReset)) throw error
  socket.resetAndDestroy()
  const { RESPONSE_ALREADY_SENT } = await import("@hono/node-server/utils/response")
  return RESPONSE_ALREADY_SENT
}

/** Keeps a request to the bounds; what is within them goes on without waiting. */
function withinBounds(
  incoming: Incoming,
  maxBodySize: number,
  answer: () => Response | Promise<Response>,
): Response | Promise<Response> {
  if (saysTooMuch(incoming, maxBodySize)) return tooLarge()
  if (!isChunked(incoming)) return answer()
  return readAhead(incoming, maxBodySize).then((isShort) => (isShort ? answer() : tooLarge()))
}

/**
 * Starts to listen.
 * @param onFault is told when the system refuses a connection, for want of file descriptors say; the others go on.
 * @throws the system's error, such as `EADDRINUSE`.
 */
export async function listen(
  fetch: Fetch,
  { host, port, ownsProcess = false, maxConnections, ...bounds }: Address,
  onFault: (error: unknown) => void = () => {},
): Promise<Listening> {
  const [{ getRequestListener }, { createServer }] = await Promise.all([
    import("@hono/node-server"),
    import("node:http"),
  ])
  const { maxBodySize, ...rest } = { ...DEFAULT_BOUNDS, ...bounds }
  const answer = getRequestListener(
    (request, { incoming }) => {
      const { socket } = incoming
      const answered = withinBounds(incoming, maxBodySize, () => fetch(request, socket.remoteAddress ?? host))
      return answered instanceof Promise ? answered.catch((error) => breakOff(socket, error)) : answered
    },
    { overrideGlobalObjects: ownsProcess },
  )
  const server = createServer(serverBounds(rest), (incoming, outgoing) => {
    incoming.url = literalTarget(incoming.url ?? "")
    return answer(incoming, outgoing)
  })
  if (maxConnections !== undefined) server.maxConnections = maxConnections
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => {
      server.off("error", reject)
      server.on("error", onFault)
      resolve()
    })
  })
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The server listens on no port")
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
