import { spawnSync } from "node:child_process"
import { createHmac } from "node:crypto"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { createServer, type IncomingMessage } from "node:http"
import { createServer as createSecureServer } from "node:https"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { createEmulator } from "../emulator.ts"

const HOOK = { project: "emulator", name: "Mine", events: ["users.*.create"] }

test("the server's headers, its signature and its way to write JSON, over HTTP", async () => {
  const got: { request: IncomingMessage; body: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ""
    for await (const chunk of request) body += chunk
    got.push({ request, body })
    response.end("thanks")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/a%20b?x=1+2`
  const emulator = await createEmulator({
    webhooks: [{ ...HOOK, url, httpUser: "user", httpPass: "pass" }],
  })
  onTestFinished(() => emulator.close())
  const [webhook] = emulator.webhooks.list()
  await emulator.fetch(
    new Request("http://localhost/v1/users", {
      method: "POST",
      headers: {
        "x-appwrite-project": "emulator",
        "x-appwrite-key": "emulator",
        "content-type": "application/json",
      },
      body: JSON.stringify({ userId: "ann", name: "Ä/{}" }),
    }),
  )
  await emulator.webhooks.settled()
  const [delivered] = got
  expect(delivered?.request).toMatchObject({ method: "POST", url: "/a%20b?x=1+2" })
  expect(webhook?.signatureKey).toMatch(/^[0-9a-f]{128}$/)
  expect(delivered?.request.headers).toMatchObject({
    "content-type": "application/json",
    "user-agent": "Appwrite-Server v1.9.6. Please report abuse at",
    authorization: `Basic ${Buffer.from("user:pass").toString("base64")}`,
    "x-appwrite-webhook-id": webhook?.id,
    "x-appwrite-webhook-name": "Mine",
    "x-appwrite-webhook-events": "users.ann.create,users.*.create,users.ann,users.*",
    "x-appwrite-webhook-project-id": "emulator",
    "x-appwrite-webhook-signature": createHmac("sha1", webhook?.signatureKey ?? "")
      .update(`http://127.0.0.1:${port}/a b?x=1+2${delivered?.body}`)
      .digest("base64"),
  })
  expect(delivered?.request.headers).not.toHaveProperty("x-appwrite-webhook-user-id")
  expect(delivered?.body).toContain('"name":"\\u00c4\\/{}"')
  expect(delivered?.body).toContain('"prefs":[]')
  expect(JSON.parse(delivered?.body ?? "")).toMatchObject({ $id: "ann", name: "Ä/{}" })
})

/** A key, and a certificate that nobody vouches for. */
async function selfSigned() {
  const folder = await mkdtemp(join(tmpdir(), "webhook-"))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [key, cert] = [join(folder, "key"), join(folder, "cert")]
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
  spawnSync("openssl", ["req", "-x509", ...curve, "-subj", "/CN=localhost", "-keyout", key, "-out", cert])
  return { key: await readFile(key), cert: await readFile(cert) }
}

test.skipIf(spawnSync("openssl", ["version"]).status !== 0)(
  "a certificate that nobody vouches for is refused, unless security is off",
  async () => {
    const server = createSecureServer(await selfSigned(), (_request, response) => response.end())
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const url = `https://127.0.0.1:${port}/`
    const emulator = await createEmulator({
      webhooks: [
        { ...HOOK, url },
        { ...HOOK, url, security: false },
      ],
    })
    onTestFinished(() => emulator.close())
    const headers = { "x-appwrite-project": "emulator", "x-appwrite-key": "emulator" }
    const body = JSON.stringify({ userId: "ann" })
    await emulator.fetch("/v1/users", {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
    })
    await emulator.webhooks.settled()
    const deliveries = emulator.webhooks.list().flatMap(({ id }) => emulator.webhooks.deliveries(id))
    expect(deliveries).toMatchObject([
      { status: null, error: expect.stringContaining("certificate") },
      { status: 200, error: null },
    ])
  },
)
