import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import type { FuzzedRequest } from "./fuzzed-request.ts"

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

const PATIENCE = 20_000

/** Sends a request over a connection of its own, in its manner, and reads all answers until the connection ends. */
export async function exchange(
  port: number,
  { manner, cut }: Pick<FuzzedRequest, "manner" | "cut">,
  { head, body }: { readonly head: string; readonly body: Buffer },
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
  const closed = once(socket, "close")
  await Promise.race([once(socket, "connect"), closed])
  await write(socket, manner, cut, head, body)
  await closed
  clearTimeout(timer)
  return { answers: readAnswers(Buffer.concat(chunks).toString("utf8")), hung }
}

async function write(
  socket: Socket,
  manner: FuzzedRequest["manner"],
  cut: number,
  head: string,
  body: Buffer,
): Promise<void> {
  const framed = (more: string) => Buffer.concat([Buffer.from(`${head}${more}\r\n`), body])
  const sized = body.length === 0 ? "" : `content-length: ${body.length}\r\n`
  const whole = framed(`${sized}connection: close\r\n`)
  switch (manner) {
    case "whole":
      socket.end(whole)
      return
    case "pipelined":
      socket.end(Buffer.concat([framed(sized), framed(sized), whole]))
      return
    case "truncated":
      socket.end(whole.subarray(0, Math.floor(whole.length * cut)))
      return
    case "slowly": {
      const at = Math.floor(whole.length * cut)
      socket.write(whole.subarray(0, at))
      await pause(2)
      socket.end(whole.subarray(at))
      return
    }
    case "chunked": {
      const at = Math.floor(body.length * cut)
      const parts = [body.subarray(0, at), body.subarray(at)].filter(({ length }) => length > 0)
      socket.write(`${head}transfer-encoding: chunked\r\nconnection: close\r\n\r\n`)
      for (const part of parts)
        socket.write(
          Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n")]),
        )
      socket.end("0\r\n\r\n")
    }
  }
}

/** Splits what came at the status lines, which no body here begins a line with. */
function readAnswers(received: string): WireAnswer[] {
  return received
    .split(/(?=HTTP\/1\.1 \d{3} )/)
    .filter((part) => part.startsWith("HTTP/1.1 "))
    .map((part) => {
      const [head = "", ...rest] = part.split("\r\n\r\n")
      return { status: Number(head.slice(9, 12)), head, body: rest.join("\r\n\r\n") }
    })
}
