import { setTimeout as pause } from "node:timers/promises"
import { createEmulator } from "../../src/emulator.ts"

/** What a soak run saw. */
export interface SoakReport {
  readonly requests: number
  /** Bytes of the heap in use after each tenth of the time. */
  readonly heaps: readonly number[]
  /** What keeps the process alive before the first request, and when all connections are closed again. */
  readonly handles: { readonly before: number; readonly after: number }
}

const TENTHS = 10
const KEPT_USERS = 50

/**
 * Mixed load over HTTP for some time: users come, log in, are read and listed, and go. What is kept by design (the audit
 * log, the request log) is bounded or emptied with its project at the end of each tenth.
 */
export async function soak(seconds: number, collectGarbage: () => void): Promise<SoakReport> {
  const emulator = await createEmulator()
  const { url } = await emulator.listen()
  const headers = {
    "content-type": "application/json",
    "x-appwrite-project": "emulator",
    "x-appwrite-key": "emulator",
  }
  let requests = 0
  async function call(method: string, path: string, body?: object, more: Record<string, string> = {}) {
    requests += 1
    const init = { method, headers: { ...headers, ...more }, ...(body && { body: JSON.stringify(body) }) }
    const response = await fetch(`${url}/v1${path}`, init)
    await response.arrayBuffer()
    if (response.status >= 400) throw new Error(`${method} ${path}: ${response.status}`)
  }
  let made = 0
  async function round(): Promise<void> {
    made += 1
    const [user, old] = [`u${made}`, `u${made - KEPT_USERS}`]
    await call("POST", "/users", { userId: user, email: `${user}@example.com`, password: "correct horse" })
    await call("PATCH", `/users/${user}/prefs`, { prefs: { round: made } })
    await call("POST", `/users/${user}/sessions`, {})
    await call("POST", `/users/${user}/tokens`, {})
    await call("GET", `/users/${user}`)
    await call("GET", "/users")
    if (made > KEPT_USERS) await call("DELETE", `/users/${old}`)
  }
  await round()
  await call("GET", "/health/version", undefined, { connection: "close" }).catch(() => {})
  const before = process.getActiveResourcesInfo().length
  const heaps: number[] = []
  for (let tenth = 0; tenth < TENTHS; tenth += 1) {
    const end = performance.now() + (seconds * 1000) / TENTHS
    while (performance.now() < end) await round()
    emulator.reset()
    made = 0
    collectGarbage()
    heaps.push(process.memoryUsage().heapUsed)
  }
  // Connections that are kept alive end by themselves, soon.
  await pause(6000)
  const after = process.getActiveResourcesInfo().length
  await emulator.close()
  return { requests, heaps, handles: { before, after } }
}
