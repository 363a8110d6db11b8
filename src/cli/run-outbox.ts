import type { OutboxMessage } from "../project/outbox.ts"
import { messageLine } from "./message-line.ts"
import { newMessages } from "./new-messages.ts"
import type { OutboxOptions } from "./outbox.ts"
import { print, runAgainstEmulator } from "./run-against-emulator.ts"
import { CannotAsk } from "./running-emulator.ts"
import { styleFor } from "./style.ts"

/** Runs `outbox` and sets the exit code of the process. */
export async function showOutbox(options: OutboxOptions): Promise<void> {
  const { project, follow = false, json = false } = options
  await runAgainstEmulator(options, async ({ ask, endpoint }) => {
    const style = styleFor(process.stdout)
    const fresh = newMessages()
    async function show(): Promise<number> {
      const response = await ask("outbox", { project })
      const { messages }: { messages: readonly OutboxMessage[] } = JSON.parse(await response.text())
      print(
        ...fresh(messages).map((message) => (json ? JSON.stringify(message) : messageLine(message, style))),
      )
      return messages.length
    }
    const count = await show()
    if (!follow) {
      if (count === 0) process.stderr.write("The outbox is empty.\n")
      return
    }
    // Nothing is sent unless somebody asks for it, and whatever is asked comes to the log.
    const requests = await ask("log/stream", { project })
    try {
      for await (const _some of requests.body ?? []) await show()
    } catch (error) {
      if (error instanceof CannotAsk && !error.message.startsWith("No emulator")) throw error
    }
    throw new CannotAsk(`The emulator at ${endpoint} has ended.`)
  })
}
