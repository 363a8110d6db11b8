import type { Emulator } from "../emulator.ts"
import type { LogEntry } from "../request-log/log-entry.ts"
import { messageLine } from "./message-line.ts"
import { requestLine } from "./request-line.ts"
import { styleFor } from "./style.ts"

/** Prints each request to standard error from now on, and for people also what the emulator would have sent. */
export function printRequests(emulator: Emulator, { json }: { readonly json: boolean }): void {
  const style = styleFor(process.stderr)
  const print = (line: string): void => {
    process.stderr.write(`${line}\n`)
  }
  const newMessages = messagesSince(emulator)
  function tell(entry: LogEntry): void {
    print(json ? JSON.stringify(entry) : requestLine(entry, style))
    if (json || entry.method === "GET" || entry.error !== null) return
    for (const message of newMessages(entry.project)) print(messageLine(message, style))
  }
  for (const entry of emulator.log.list()) tell(entry)
  emulator.log.follow(tell)
}

/** Brings the messages of a project that it has not brought yet. */
function messagesSince({ outbox }: Emulator) {
  const seen = new Map<string, number>()
  return (project: string) => {
    const messages = outbox.list({ project })
    const before = seen.get(project) ?? 0
    seen.set(project, messages.length)
    return messages.slice(before <= messages.length ? before : 0)
  }
}
