import { monitorEventLoopDelay } from "node:perf_hooks"
import { createEmulator } from "../emulator.ts"
import { lineTo } from "./in-process.ts"
import { sendChecked } from "./load.ts"
import { operations, seedUser } from "./operations.ts"

/** How logins that cost as much as on the real server hold up everything else. */
export interface ServerLogins {
  readonly logins: number
  /** From the first to the last answer, in milliseconds. */
  readonly duration: number
  /** How late the event loop came, in milliseconds; its timer has a resolution of one. */
  readonly delay: { readonly p50: number; readonly p99: number; readonly most: number }
}

const NANOSECONDS = 1e6

/** Lets many log in at once. */
export async function measureServerLogins(logins: number): Promise<ServerLogins> {
  const line = lineTo(await createEmulator({ hashCost: "server" }))
  const stage = { projectId: "emulator", apiKey: "emulator", users: 1, session: "" }
  const login = operations.find(({ name }) => name === "login")
  if (login === undefined) throw new Error("There is no login to measure")
  await sendChecked(line, seedUser, stage, 0)
  await sendChecked(line, login, stage, 0)
  const histogram = monitorEventLoopDelay({ resolution: 1 })
  histogram.enable()
  const start = performance.now()
  await Promise.all(Array.from({ length: logins }, (_, index) => sendChecked(line, login, stage, index)))
  const duration = performance.now() - start
  histogram.disable()
  const delay = {
    p50: histogram.percentile(50) / NANOSECONDS,
    p99: histogram.percentile(99) / NANOSECONDS,
    most: histogram.max / NANOSECONDS,
  }
  return { logins, duration, delay }
}
