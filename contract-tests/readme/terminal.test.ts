import { existsSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, vi } from "vitest"
import { createEmulator } from "../../src/emulator.ts"
import { checkBlocks } from "./check-blocks.ts"
import { entriesOf, typeIn } from "./console.ts"
import { startEmulator } from "./emulator-process.ts"
import { expectPrinted } from "./expect-printed.ts"
import { userFolder } from "./user-folder.ts"

vi.setConfig({ testTimeout: 60_000 })
const folder = userFolder()
afterAll(folder.remove)

checkBlocks("terminal", {
  async start(code) {
    const [init, start] = entriesOf(code)
    expectPrinted(await folder.shell(init?.command ?? ""), init?.output ?? "")
    const [, ...args] = start?.command.replace("npx ", "").trim().split(" ") ?? []
    await using emulator = await startEmulator(folder.path, ...args)
    expect(await folder.shell(`appwrite-users-emulator users --port ${emulator.port}`)).toContain("3 users")
  },
  async commands(code) {
    const seed = { users: [{ $id: "ada", email: "ada@example.com", name: "Ada" }] }
    await using emulator = await createEmulator({ seed })
    const { url, port } = await emulator.listen()
    await fetch(`${url}/v1/account/tokens/email`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-appwrite-project": "emulator" },
      body: '{"userId":"ada","email":"ada@example.com"}',
    })
    await typeIn(folder, code, port)
  },
  async data(code) {
    const [start = "", ...others] = code
      .replace(/ +#.*$/gm, "")
      .trim()
      .split("\n")
    const file = join(folder.path, "data.ndjson")
    {
      await using emulator = await startEmulator(folder.path, ...start.split(" ").slice(1))
      const env = { EMULATOR_PORT: String(emulator.port) }
      for (const line of others) expect(await folder.shell(`${line} && echo done`, env)).toMatch(/done\n$/)
    }
    expect(existsSync(file)).toBe(true)
  },
})
