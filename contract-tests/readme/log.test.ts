import { afterAll, expect, vi } from "vitest"
import { createEmulator } from "../../src/emulator.ts"
import { checkBlocks } from "./check-blocks.ts"
import { typeIn } from "./console.ts"
import { startEmulator } from "./emulator-process.ts"
import { expectPrinted } from "./expect-printed.ts"
import { userFolder } from "./user-folder.ts"

vi.setConfig({ testTimeout: 60_000 })
const folder = userFolder()
afterAll(folder.remove)

/** Calls with a key, or as nobody. */
async function call(base: string, method: string, path: string, body?: object, key?: string) {
  const headers = { "content-type": "application/json", "x-appwrite-project": "emulator" }
  await fetch(`${base}/v1${path}`, {
    method,
    headers: key === undefined ? headers : { ...headers, "x-appwrite-key": key },
    ...(body && { body: JSON.stringify(body) }),
  })
}

checkBlocks("log", {
  async lines(code) {
    await using emulator = await startEmulator(folder.path)
    const base = `http://127.0.0.1:${emulator.port}`
    await call(base, "POST", "/users", { userId: "ada", email: "ada@example.com" }, "emulator")
    await call(base, "POST", "/users", { userId: "ada", emial: "ada@example.com" }, "emulator")
    await call(base, "POST", "/account/tokens/email", { userId: "ada", email: "ada@example.com" })
    await call(base, "GET", "/users", undefined, "wrong")
    expectPrinted(await emulator.printed("stderr", /no such API key.*\n/), code)
  },
  wait: (code) =>
    folder.node(`
      import { createEmulator } from "appwrite-users-emulator"
      const emulator = await createEmulator()
      const project = emulator.project("emulator")
      const create = () => emulator.fetch(new Request("http://localhost/v1/users", {
        method: "POST",
        headers: { "content-type": "application/json", "x-appwrite-project": "emulator", "x-appwrite-key": "emulator" },
        body: '{"userId":"ada"}',
      }))
      await create()
      await create()
      ${code}`),
  async transcript(code) {
    await using emulator = await createEmulator({ requestLog: { transcripts: 1000 } })
    const { url, port } = await emulator.listen()
    for (const userId of ["ada", "ada", "ben"]) await call(url, "POST", "/users", { userId }, "emulator")
    await call(url, "GET", "/users", undefined, "emulator")
    folder.write("bug/README", "")
    await typeIn(folder, code, port)
  },
  async hint(code) {
    const [, name = "", value] = /^([\w-]+): (.*)\n$/.exec(code) ?? []
    const emulator = await createEmulator()
    expect((await emulator.fetch("/users")).headers.get(name)).toBe(value)
  },
})
