import { connect } from "node:net"
import { connect as connectSecurely } from "node:tls"
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

function requestText({ method, path, headers, body }: Call, host: string): string {
  let text = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${COMMON}`
  for (const name in headers) text += `${name}: ${headers[name]}\r\n`
  if (body !== "") {
    if (headers["content-type"] === undefined) text += "content-type: application/json\r\n"
    text += `content-length: ${Buffer.byteLength(body)}\r\n`
  }
  return `${text}\r\n${body}`
}

/** Reads an answer once all of it is there. The floor and the emulator state the length of every body. */
function readAnswer(bytes: Buffer): Answer | undefined {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd === -1) return undefined
  const head = bytes.toString("latin1", 0, headEnd)
  const status = Number(head.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length))
  const stated = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  const isChunked = /\r\ntransfer-encoding: chunked/i.test(head)
  if (stated === undefined && !isChunked && status !== 204)
    throw new Error(`An answer without length:\n${head}`)
  const start = headEnd + HEAD_END.length
  if (isChunked) {
    const body = readChunks(bytes.subarray(start))
    return body === undefined ? undefined : { status, body }
  }
  const end = start + Number(stated ?? 0)
  return bytes.length < end ? undefined : { status, body: bytes.subarray(start, end) }
}

/** The body that comes in chunks; `undefined` as long as the last one is not there. */
function readChunks(bytes: Buffer): Buffer | undefined {
  const chunks: Buffer[] = []
  let at = 0
  while (true) {
    const lineEnd = bytes.indexOf("\r\n", at)
    if (lineEnd === -1) return undefined
    const size = Number.parseInt(bytes.toString("latin1", at, lineEnd), 16)
    const start = lineEnd + 2
    if (bytes.length < start + size + 2) return undefined
    if (size === 0) return Buffer.concat(chunks)
    chunks.push(bytes.subarray(start, start + size))
    at = start + size + 2
  }
}

/** Opens a connection to a port of this machine. */
export const openConnection = (port: number): Promise<Connection> =>
  openConnectionTo(new URL(`http://127.0.0.1:${port}`))

/**
 * Opens a connection to the server of a URL. Plain sockets: a whole HTTP client would take longer than the servers that
 * are measured.
 */
export async function openConnectionTo({ protocol, hostname, host, port }: URL): Promise<Connection> {
  const isSecure = protocol === "https:"
  const address = { host: hostname, port: Number(port) || (isSecure ? 443 : 80) }
  const socket = isSecure
    ? connectSecurely({ ...address, servername: hostname })
    : connect({ ...address, noDelay: true })
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
    socket.once(isSecure ? "secureConnect" : "connect", resolve)
    socket.once("error", reject)
  })
  return {
    send: (call) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) throw new Error("The connection is closed")
        waiting = { resolve, reject }
        socket.write(requestText(call, host))
      }),
    close: () => socket.destroy(),
  }
}
