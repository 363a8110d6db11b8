import { afterAll, vi } from "vitest"
import { createEmulator } from "../../src/emulator.ts"
import { checkBlocks } from "./check-blocks.ts"
import { typeIn } from "./console.ts"
import { userFolder } from "./user-folder.ts"

vi.setConfig({ testTimeout: 60_000 })
const folder = userFolder()
afterAll(folder.remove)

checkBlocks("in-process", {
  "fetch and listen": (code) => folder.node(code),
  "state and time": (code) => folder.node(code),
  async clock(code) {
    await using emulator = await createEmulator({ randomSeed: 1 })
    const { port } = await emulator.listen()
    await typeIn(folder, code, port)
  },
})
