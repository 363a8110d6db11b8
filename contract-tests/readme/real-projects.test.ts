import { afterAll, vi } from "vitest"
import { createEmulator } from "../../src/emulator.ts"
import { checkBlocks } from "./check-blocks.ts"
import { entriesOf } from "./console.ts"
import { expectPrinted } from "./expect-printed.ts"
import { userFolder } from "./user-folder.ts"

vi.setConfig({ testTimeout: 60_000 })
const folder = userFolder()
afterAll(folder.remove)

const PLACE = /--endpoint … --project … --key …/

checkBlocks("real-projects", {
  async "pull and push"(code) {
    const users = [
      {
        $id: "ada",
        email: "ada@example.com",
        password: "correct horse",
        labels: ["vip"],
      },
      { $id: "alan", phone: "+4930123456" },
    ]
    await using from = await createEmulator({ seed: { users } })
    await using to = await createEmulator()
    const place = (url: string) => `--endpoint ${url}/v1 --project emulator --key emulator`
    const source = place((await from.listen()).url)
    const target = place((await to.listen()).url)
    const [pull, push] = entriesOf(code)
    expectPrinted(await folder.shell(pull?.command.replace(PLACE, source) ?? ""), pull?.output ?? "")
    await folder.shell(`rm seed.json && appwrite-users-emulator pull ${source} --out seed.json`)
    expectPrinted(await folder.shell(push?.command.replace(PLACE, target) ?? ""), push?.output ?? "")
  },
})
