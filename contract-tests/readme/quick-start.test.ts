import { readFileSync } from "node:fs"
import { afterAll, expect, vi } from "vitest"
import { createEmulator } from "../../src/emulator.ts"
import { checkBlocks } from "./check-blocks.ts"
import { startEmulator } from "./emulator-process.ts"
import { userFolder } from "./user-folder.ts"

vi.setConfig({ testTimeout: 60_000 })
const folder = userFolder()
afterAll(folder.remove)

const { name, bin, scripts }: { name: string; bin: Record<string, string>; scripts: Record<string, string> } =
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))

checkBlocks("quick-start", {
  // The commands themselves are run where this test is: on a fresh clone.
  async commands(code) {
    expect([...code.matchAll(/^npx (\S+)/gm)].map(([, command]) => command)).toEqual([name])
    expect(Object.keys(bin)).toContain(name)
    expect(Object.keys(scripts)).toEqual(
      expect.arrayContaining([...code.matchAll(/npm (start|test)/g)].map(([, script]) => script)),
    )
  },
  async banner(code) {
    await using emulator = await startEmulator(folder.path, "--quiet=false")
    const { port } = emulator
    const printed = await emulator.printed("stdout", /new Users\(client\)\n$/)
    expect(printed.trim()).toBe(code.replaceAll("127.0.0.1:4590", `127.0.0.1:${port}`).trim())
  },
  async "first steps"(code) {
    await using emulator = await createEmulator()
    const { url } = await emulator.listen()
    return await folder.node(code.replace("http://127.0.0.1:4590", url))
  },
})
