import type { Address } from "../server/listen.ts"
import { codeOf } from "../system-error.ts"

/** What happened, why, and what to do, when the emulator could not listen. */
export function listenFailure(error: unknown, { host, port }: Address): string {
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return `Port ${port} is taken: another program listens on ${host}:${port}, maybe another emulator.
Stop it, or choose another port: --port 0 takes any free one.`
    case "EACCES":
      return `Port ${port} is not allowed: the system reserves it.
Choose one above 1023, or --port 0 for any free one.`
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `Can't listen on "${host}": this machine has no such address.
Choose one that it has: --host 127.0.0.1 for this machine only, --host 0.0.0.0 for all of its addresses.`
    default:
      return `Can't listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`
  }
}
