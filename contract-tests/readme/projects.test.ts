import { afterAll, vi } from "vitest"
import { createEmulator } from "../../src/emulator.ts"
import { checkBlocks } from "./check-blocks.ts"
import { entriesOf, typeIn } from "./console.ts"
import { startEmulator } from "./emulator-process.ts"
import { expectPrinted } from "./expect-printed.ts"
import { userFolder } from "./user-folder.ts"

vi.setConfig({ testTimeout: 60_000 })
const folder = userFolder()
afterAll(folder.remove)

/** Types a block in beside a new emulator. */
async function typed(code: string) {
  await using emulator = await createEmulator()
  const { port } = await emulator.listen()
  await typeIn(folder, code, port)
}

checkBlocks("projects", {
  async json(code) {
    const { command = "", output = "" } = entriesOf(code)[0] ?? {}
    const [, args = ""] = /^npx appwrite-users-emulator --port 0 (.*)$/.exec(command) ?? []
    await using emulator = await startEmulator(folder.path, ...args.split(" "))
    expectPrinted(await emulator.printed("stdout", /\n$/), output)
  },
  async "unknown project"(code) {
    await using emulator = await startEmulator(folder.path)
    await fetch(`http://127.0.0.1:${emulator.port}/v1/users`, { headers: { "x-appwrite-project": "next" } })
    const [line = ""] = (await emulator.printed("stderr", /\n/)).split("\n")
    expectPrinted(line, code)
  },
  control: typed,
  outbox: typed,
})
