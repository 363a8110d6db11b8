import { once } from "node:events"
import { connect } from "node:net"
import { text } from "node:stream/consumers"
import { afterEach, beforeEach, expect, test } from "vitest"
import { createEmulator, type Emulator } from "../emulator.ts"

let emulator: Emulator
let port: number

beforeEach(async () => {
  emulator = await createEmulator()
  port = (await emulator.listen()).port
})
afterEach(() => emulator.close())

/** Sends a path as it is, which no client that goes by URLs does. */
async function get(target: string): Promise<{ readonly status: number; readonly body: string }> {
  const socket = connect(port, "127.0.0.1")
  await once(socket, "connect")
  const headers = [
    `Host: 127.0.0.1:${port}`,
    "X-Appwrite-Project: emulator",
    "X-Appwrite-Key: emulator",
    "X-Emulator-Control: 1",
    "Connection: close",
  ]
  socket.write(`GET ${target} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`)
  const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n")
  return { status: Number(head.split(" ")[1]), body }
}

test.each(["/v1/users/..", "/v1/users/%2e%2E", "/v1/users/.", "/v1/users/.%2e", "/v1/users/../prefs"])(
  "%s has dots for an ID, which is none",
  async (target) => {
    const { status, body } = await get(target)
    expect(status).toBe(400)
    expect(JSON.parse(body)).toMatchObject({
      type: "general_argument_invalid",
      message: expect.stringContaining("`userId`"),
    })
  },
)

test.each([
  "/v1/users/../health/version",
  "/v1/./users",
  "/v1/users/%2e%2e/%2E%2E/_emulator/projects",
  "/%2e%2e/_emulator/projects",
  "/v1\\users",
  "/v1/users\\..\\..\\_emulator\\projects",
])("%s leads nowhere else", async (target) => {
  expect((await get(target)).status).toBe(404)
})

test("queries and other dots stay as they were sent", async () => {
  expect((await get("/v1/users?search=/../x")).status).toBe(200)
  expect((await get("/v1/users/a.b")).body).toContain("user_not_found")
  expect((await get("/_emulator/projects")).status).toBe(200)
})
