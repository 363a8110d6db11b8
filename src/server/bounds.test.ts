import { once } from "node:events"
import { request as send } from "node:http"
import { connect } from "node:net"
import { text } from "node:stream/consumers"
import { setTimeout as pause } from "node:timers/promises"
import { afterEach, expect, test } from "vitest"
import { createEmulator } from "../emulator.ts"
import type { Bounds } from "./bounds.ts"

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** An emulator with these bounds, and how it answers to a body. */
async function bounded(bounds: Bounds) {
  const emulator = await createEmulator()
  const { url, port } = await emulator.listen(bounds)
  closing.push(emulator.close)
  const headers = {
    "content-type": "application/json",
    "x-appwrite-project": "emulator",
    "x-appwrite-key": "emulator",
  }
  const post = (body: string, chunked = false): Promise<number> =>
    new Promise((resolve, reject) => {
      const length = chunked ? { "transfer-encoding": "chunked" } : { "content-length": body.length }
      const sent = send(
        `${url}/v1/users`,
        { method: "POST", headers: { ...headers, ...length } },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
        },
      )
      sent.on("error", reject)
      sent.end(body)
    })
  return { emulator, url, port, headers, post }
}

const user = (userId: string, name: string) => JSON.stringify({ userId, name })

test("a body is as long as the bound, whether it says so or not", async () => {
  const { post, emulator } = await bounded({ maxBodySize: 40 })
  expect(await post(user("a", "x".repeat(10)))).toBe(201)
  expect(await post(user("b", "x".repeat(10)), true)).toBe(201)
  expect(await post(user("c", "x".repeat(30)))).toBe(413)
  expect(await post(user("d", "x".repeat(30)), true)).toBe(413)
  expect(emulator.project("emulator").userCount).toBe(2)
})

test("headers longer than the bound are refused, and others are still answered", async () => {
  const { url, headers } = await bounded({ maxHeaderSize: 2000 })
  const long = await fetch(`${url}/v1/users`, { headers: { ...headers, "x-long": "x".repeat(3000) } })
  expect(long.status).toBe(431)
  expect((await fetch(`${url}/v1/users`, { headers })).status).toBe(200)
})

test("by default headers go beyond what Node allows", async () => {
  const { url, headers } = await bounded({})
  const long = await fetch(`${url}/v1/users`, { headers: { ...headers, cookie: "x".repeat(40_000) } })
  expect(long.status).toBe(200)
})

const KEY = "X-Appwrite-Project: emulator\r\nX-Appwrite-Key: emulator\r\nContent-Type: application/json\r\n"

/** The status line of what comes back when this is all that is sent. */
async function statusOf(port: number, sent: string): Promise<string> {
  const socket = connect(port, "127.0.0.1")
  await once(socket, "connect")
  socket.write(sent)
  return (await text(socket)).split("\r\n")[0] ?? ""
}

test.each([
  ["in its headers", "GET /v1/users HTTP/1.1\r\nHost: a\r\n"],
  ["in its body", `POST /v1/users HTTP/1.1\r\nHost: a\r\n${KEY}Content-Length: 9\r\n\r\n{`],
])("a request that stops %s is answered when its time is over", async (_place, begun) => {
  const { port, url, headers } = await bounded({ requestTimeout: 200 })
  expect(await statusOf(port, begun)).toBe("HTTP/1.1 408 Request Timeout")
  expect((await fetch(`${url}/v1/users`, { headers })).status).toBe(200)
})

test("further connections than the bound are closed at once, until others end", async () => {
  const { port, url, headers } = await bounded({ maxConnections: 2 })
  const open = await Promise.all(
    [1, 2].map(async () => {
      const socket = connect(port, "127.0.0.1")
      await once(socket, "connect")
      return socket
    }),
  )
  expect(await statusOf(port, "GET /v1/users HTTP/1.1\r\nHost: a\r\n\r\n").catch(() => "")).toBe("")
  for (const socket of open) {
    socket.destroy()
    await once(socket, "close")
  }
  await expect
    .poll(() =>
      fetch(`${url}/v1/users`, { headers }).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)
})

test("a body is nested as deeply as PHP takes it, and deeper ones break nothing", async () => {
  const { post, emulator } = await bounded({})
  const nested = (depth: number) => `{"userId":"deep","prefs":${"[".repeat(depth)}${"]".repeat(depth)}}`
  expect(await post(nested(510))).toBe(201)
  // PHP reads nothing of it then: the first parameter is missing.
  for (const depth of [512, 100_000, 1_000_000]) expect(await post(nested(depth))).toBe(400)
  expect(emulator.project("emulator").userCount).toBe(1)
})

test("a client that goes away in the middle of its body is no fault of the emulator", async () => {
  const told: string[] = []
  const emulator = await createEmulator({ log: (line) => told.push(line) })
  const { port } = await emulator.listen()
  closing.push(emulator.close)
  const head =
    "POST /v1/users HTTP/1.1\r\nhost: localhost\r\nx-appwrite-project: emulator\r\nx-appwrite-key: emulator\r\n"
  for (const framing of ["content-length: 100", "transfer-encoding: chunked"]) {
    const socket = connect(port, "127.0.0.1")
    await once(socket, "connect")
    socket.write(`${head}content-type: application/json\r\n${framing}\r\n\r\n5\r\n{"us`)
    await pause(50)
    socket.resetAndDestroy()
    await once(socket, "close")
    await pause(50)
  }
  expect(told).toEqual([])
})
