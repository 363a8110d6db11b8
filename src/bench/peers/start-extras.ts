import type { Opponent } from "../opponents.ts"
import type { BenchOptions } from "../options.ts"
import { startClerk } from "./clerk.ts"
import { startCognito } from "./cognito.ts"
import { connectRealServer } from "./real-server.ts"

/** Starts who was asked for besides. Who can't be installed or does not start is told on standard error, and left out. */
export async function startExtras({ peers, server, users }: BenchOptions): Promise<Opponent[]> {
  const opponents: Opponent[] = []
  if (server !== undefined) opponents.push(await connectRealServer(server, users))
  if (!peers) return opponents
  for (const [name, start] of [
    ["emulate", startClerk],
    ["cognito-local", startCognito],
  ] as const) {
    try {
      opponents.push(await start(users))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      process.stderr.write(`${name} is left out: ${reason}\n`)
    }
  }
  return opponents
}
