import { once } from "node:events"
import { createServer } from "node:http"
import { afterAll, vi } from "vitest"
import { checkBlocks } from "./check-blocks.ts"
import { expectPrinted } from "./expect-printed.ts"
import { userFolder } from "./user-folder.ts"

vi.setConfig({ testTimeout: 60_000 })
const folder = userFolder()
afterAll(folder.remove)

/** What a program has before it does something with users. */
const USERS = `
import { createEmulator } from "appwrite-users-emulator"
import { Client, Users } from "node-appwrite"
const emulator = await createEmulator()
const { url, close } = await emulator.listen()
const users = new Users(new Client().setEndpoint(url + "/v1").setProject("emulator").setKey("emulator"))
`

checkBlocks("events", {
  async webhook(code, part) {
    const sent: string[] = []
    const hook = createServer(({ rawHeaders }, response) => {
      sent.push(...rawHeaders)
      response.end()
    }).listen(0, "127.0.0.1")
    await once(hook, "listening")
    const address = hook.address()
    if (address === null || typeof address === "string") throw new Error("There is no port")
    const printed = await folder.node(code.replace("8080", String(address.port)))
    hook.close()
    const headers = sent.flatMap((text, index) => (index % 2 === 0 ? [`${text}: ${sent[index + 1]}`] : []))
    const wanted = headers.filter((line) => /^(Content-Type|User-Agent|X-Appwrite-)/i.test(line))
    expectPrinted(wanted.join("\n"), part("headers"))
    return printed
  },
  fault: (code) => folder.node(`${USERS}${code}\nawait close()`),
})
