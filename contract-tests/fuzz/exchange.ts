import { connect, type Socket } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { type Delivery, damaged, type WireRequest } from "./wire-request.ts"

/** An answer as it came. */
export interface WireAnswer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** What came of a request. */
export interface Outcome {
  readonly answers: readonly WireAnswer[]
  /** Whether the connection had to be given up on: nothing came in time. */
  readonly hung: boolean
}

/** Milliseconds until an answer must be there. */
const PATIENCE = 20_000
/** Milliseconds at most between the parts of a request that comes slowly. */
const SLOWNESS = 60

/**
 * Sends a request over a connection of its own, in its manner, and reads all answers until the connection ends.
 * @param expectsAnswer whether the server can tell where the request ends, and so must answer it.
 */
export async function exchange(
  port: number,
  delivery: Delivery,
  request: WireRequest,
  expectsAnswer: boolean,
): Promise<Outcome> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true })
  const chunks: Buffer[] = []
  socket.on("data", (chunk: Buffer) => chunks.push(chunk))
  // A connection that the server breaks off is one of the answers.
  socket.on("error", () => {})
  let hung = false
  const timer = setTimeout(() => {
    hung = true
    socket.destroy()
  }, PATIENCE)
  // Not `once` of node:events, which fails with an error that comes first.
  const closed = new Promise((resolve) => socket.once("close", resolve))
  await Promise.race([new Promise((resolve) => socket.once("connect", resolve)), closed])
  await write(socket, delivery, request)
  // Node.js answers nobody who has closed their half of the connection, so that is for those who expect no answer.
  if (!expectsAnswer) socket.end()
  await closed
  clearTimeout(timer)
  return { answers: readAnswers(Buffer.concat(chunks).toString("utf8")), hung }
}

async function write(
  socket: Socket,
  { manner, cut, damages }: Delivery,
  { head, body }: WireRequest,
): Promise<void> {
  const framed = (more: string) => Buffer.concat([Buffer.from(`${head}${more}\r\n`), body])
  const sized = body.length === 0 ? "" : `content-length: ${body.length}\r\n`
  const whole = framed(`${sized}connection: close\r\n`)
  switch (manner) {
    case "whole":
      socket.write(whole)
      return
    case "pipelined":
      socket.write(Buffer.concat([framed(sized), framed(sized), whole]))
      return
    case "truncated":
      socket.write(whole.subarray(0, Math.floor(whole.length * cut)))
      return
    case "slowly": {
      const at = Math.floor(whole.length * cut)
      const places = [at / 2, at, (at + whole.length) / 2].map(Math.floor)
      for (const [index, place] of places.entries()) {
        socket.write(whole.subarray(places[index - 1] ?? 0, place))
        await pause(SLOWNESS * cut)
      }
      socket.write(whole.subarray(places.at(-1)))
      return
    }
    case "abandoned":
      socket.write(whole.subarray(0, Math.floor(whole.length * Math.min(1, cut * 2))))
      await pause(SLOWNESS * cut)
      socket.resetAndDestroy()
      return
    case "mangled":
      socket.write(damaged(whole, damages))
      return
    case "chunked": {
      const at = Math.floor(body.length * cut)
      const parts = [body.subarray(0, at), body.subarray(at)].filter(({ length }) => length > 0)
      socket.write(`${head}transfer-encoding: chunked\r\nconnection: close\r\n\r\n`)
      for (const part of parts)
        socket.write(
          Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n")]),
        )
      socket.write("0\r\n\r\n")
    }
  }
}

/** Splits what came at the status lines, which no body here begins a line with. "Go on" is no answer yet. */
function readAnswers(received: string): WireAnswer[] {
  return received
    .split(/(?=HTTP\/1\.1 \d{3} )/)
    .filter((part) => part.startsWith("HTTP/1.1 ") && !part.startsWith("HTTP/1.1 100 "))
    .map((part) => {
      const [head = "", ...rest] = part.split("\r\n\r\n")
      return { status: Number(head.slice(9, 12)), head, body: rest.join("\r\n\r\n") }
    })
}
