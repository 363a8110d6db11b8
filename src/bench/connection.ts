import { connect } from "node:net"
import type { Call } from "./stage.ts"

/** An answer, as far as the benchmark looks at it. */
export interface Answer {
  readonly status: number
  readonly body: Buffer
}

/** Takes one call at a time. */
export interface Line {
  send(call: Call): Promise<Answer>
}

/** A line to a server that is kept alive. A call fails if it ends, or if an answer has another form than servers here write. */
export interface Connection extends Line {
  close(): void
}

/** What the SDK for servers sends with each request. */
const COMMON =
  "user-agent: AppwriteNodeJSSDK/27.1.0 (Linux; x64)\r\nx-sdk-name: Node.js\r\nx-sdk-platform: server\r\n" +
  "x-sdk-language: nodejs\r\nx-sdk-version: 27.1.0\r\nx-appwrite-response-format: 1.9.0\r\naccept: */*\r\n"

const HEAD_END = "\r\n\r\n"

function requestText({ method, path, headers, body }: Call, port: number): string {
  let text = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${COMMON}`
  for (const name in headers) text += `${name}: ${headers[name]}\r\n`
  if (body !== "") text += `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
  return `${text}\r\n${body}`
}

/** Reads an answer once all of it is there. Servers here state the length of every body. */
function readAnswer(bytes: Buffer): Answer | undefined {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd === -1) return undefined
  const head = bytes.toString("latin1", 0, headEnd)
  const status = Number(head.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length))
  const stated = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (stated === undefined && status !== 204) throw new Error(`An answer without length:\n${head}`)
  const start = headEnd + HEAD_END.length
  const end = start + Number(stated ?? 0)
  return bytes.length < end ? undefined : { status, body: bytes.subarray(start, end) }
}

/**
 * Opens a connection to a port of this machine. Plain sockets: a whole HTTP client would take longer than the servers
 * that are measured.
 */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ host: "127.0.0.1", port, noDelay: true })
  let received: Buffer = Buffer.alloc(0)
  let waiting: { resolve(answer: Answer): void; reject(error: unknown): void } | undefined
  const fail = (error: unknown) => waiting?.reject(error)
  socket.on("error", fail)
  socket.on("close", () => fail(new Error("The server closed the connection")))
  socket.on("data", (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    try {
      const answer = readAnswer(received)
      if (answer === undefined) return
      received = Buffer.alloc(0)
      waiting?.resolve(answer)
    } catch (error) {
      fail(error)
    }
  })
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve)
    socket.once("error", reject)
  })
  return {
    send: (call) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) throw new Error("The connection is closed")
        waiting = { resolve, reject }
        socket.write(requestText(call, port))
      }),
    close: () => socket.destroy(),
  }
}
