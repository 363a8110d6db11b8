import { existsSync } from "node:fs"
import { afterAll, expect, vi } from "vitest"
import { parse } from "yaml"
import { createEmulator } from "../../src/emulator.ts"
import { checkBlocks } from "./check-blocks.ts"
import { entriesOf, typeIn } from "./console.ts"
import { startEmulator } from "./emulator-process.ts"
import { expectPrinted } from "./expect-printed.ts"
import { userFolder } from "./user-folder.ts"

vi.setConfig({ testTimeout: 60_000 })
const folder = userFolder()
afterAll(folder.remove)

checkBlocks("seeds", {
  async yaml(code) {
    const [, schema = ""] = /\$schema=\.\/node_modules\/appwrite-users-emulator\/(\S+)/.exec(code) ?? []
    expect(existsSync(new URL(`../../${schema}`, import.meta.url))).toBe(true)
    const emulator = await createEmulator()
    const { users } = await emulator.seed(parse(code))
    expect(users.map(({ sessions }) => sessions.length)).toEqual([1, 0])
    folder.write("seed.yaml", code)
    await using running = await startEmulator(folder.path, "--seed", "seed.yaml")
    const login = await fetch(`http://127.0.0.1:${running.port}/v1/account/sessions/email`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-appwrite-project": "emulator" },
      body: JSON.stringify({ email: "ada@example.com", password: "correct horse" }),
    })
    expect(login.status).toBe(201)
  },
  async "what is refused and brought"(code) {
    const [refused, ...brought] = entriesOf(code)
    folder.write("bad.yaml", "users:\n  - { $id: ada, membership: [] }\n")
    expectPrinted(await folder.shell(refused?.command ?? ""), refused?.output ?? "")
    await using emulator = await createEmulator()
    const { port } = await emulator.listen()
    await typeIn(folder, brought, port)
  },
  async factories(code) {
    const before = `import { createEmulator } from "appwrite-users-emulator"\nconst emulator = await createEmulator()\n`
    const after = `console.log((await (await emulator.fetch(new Request("http://localhost/v1/users", {
      headers: { "x-appwrite-project": "emulator", "x-appwrite-key": "emulator" },
    }))).json()).total)`
    expect(await folder.node(before + code + after)).toBe("12\n")
  },
})
