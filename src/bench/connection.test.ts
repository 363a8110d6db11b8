import { once } from "node:events"
import { createServer } from "node:http"
import { expect, test } from "vitest"
import { openConnectionTo } from "./connection.ts"

const call = { method: "GET", path: "/", headers: {}, body: "" } as const

test("bodies are read whole, whether their length is stated or they come in chunks", async () => {
  const parts = ["a".repeat(70_000), "é\r\n0\r\n\r\n", "end"]
  const server = createServer(async (request, response) => {
    if (request.url === "/chunked") for (const part of parts) response.write(part)
    response.end(request.url === "/chunked" ? "" : parts.join(""))
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The server listens on no port")
  const { send, close } = await openConnectionTo(new URL(`http://127.0.0.1:${address.port}`))
  for (const path of ["/chunked", "/stated", "/chunked"]) {
    const { status, body } = await send({ ...call, path })
    expect({ status, body: body.toString() }).toEqual({ status: 200, body: parts.join("") })
  }
  close()
  server.close()
})
