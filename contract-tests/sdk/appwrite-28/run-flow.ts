import { Client, Users } from "node-appwrite-27"
import { totpCode } from "../../../src/contract/totp.ts"
import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../../src/emulator.ts"
import { openBrowser } from "./browser.ts"
import type { Flow } from "./stage.ts"

const START = Date.UTC(2026, 0, 2, 3, 4, 5)

/**
 * Lets a flow run on an emulator of its own, on a port, whose time stands still until the flow moves it.
 *
 * @param onCall is told the name of each method of the SDK that the flow calls, such as `account.get`.
 */
export async function runFlow(flow: Flow, onCall: (method: string) => void): Promise<void> {
  let now = START
  const emulator = await createEmulator({ clock: { now: () => now } })
  const { url, close } = await emulator.listen()
  const endpoint = `${url}/v1`
  const client = new Client().setEndpoint(endpoint).setProject(DEFAULT_PROJECT).setKey(DEFAULT_API_KEY)
  const stage = {
    endpoint,
    open: () => openBrowser(endpoint, onCall),
    users: new Users(client),
    lastMessage(recipient: string) {
      const message = emulator.outbox.list().findLast((sent) => sent.recipient === recipient)
      if (message === undefined) throw new Error(`${recipient} got no message`)
      return message
    },
    authenticatorCode: (secret: string) => totpCode(secret, now),
    wait(milliseconds: number) {
      now += milliseconds
    },
  }
  await flow(stage).finally(close)
}
