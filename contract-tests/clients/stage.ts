import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../src/emulator.ts"
import type { OutboxMessage } from "../../src/project/outbox.ts"
import type { Sent } from "./connect.ts"
import type { Profile } from "./profile.ts"

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5)

/** What the emulator answered to somebody other than the client. */
interface Told {
  readonly status: number
  readonly headers: Headers
  /** The parsed body; `{}` without one. */
  readonly body: Readonly<Record<string, unknown>>
}

/** A server for one client, whose time stands still. */
export interface Stage extends AsyncDisposable {
  /** Ends with `/v1`. */
  readonly endpoint: string
  /** In milliseconds since the epoch. */
  readonly now: number
  /**
   * Asks the server without the client.
   *
   * @param path below `/v1`.
   * @param cookies value of `X-Fallback-Cookies`; without it the API key asks.
   */
  ask(method: string, path: string, body?: object, cookies?: string): Promise<Told>
  /** As `ask`, for what must succeed. @throws Error if it does not */
  prepare(method: string, path: string, body?: object, cookies?: string): Promise<Told>
  /** The last message that somebody got. */
  lastMessage(recipient: string): OutboxMessage
  /** The last request that came over the port; `undefined` before the first. */
  lastAsked(): (Sent & { readonly status: number }) | undefined
  /** Makes all that is there now what each call finds. */
  keep(): void
  /** Goes back to what was kept. */
  goBack(): void
}

/** Opens a server on a port, which a profile says how to answer. */
export async function openStage({ options }: Profile): Promise<Stage> {
  const emulator = await createEmulator({ ...options, clock: { now: () => NOW } })
  const { url } = await emulator.listen()
  let kept = emulator.snapshot()
  const ask: Stage["ask"] = async (method, path, body, cookies) => {
    const headers = new Headers({ "x-appwrite-project": DEFAULT_PROJECT, "content-type": "application/json" })
    if (cookies === undefined) headers.set("x-appwrite-key", DEFAULT_API_KEY)
    else headers.set("x-fallback-cookies", cookies)
    const init = { method, headers, redirect: "manual" as const }
    const request = new Request(`${url}/v1${path}`, body ? { ...init, body: JSON.stringify(body) } : init)
    const response = await emulator.fetch(request)
    const text = await response.text()
    const isJson = response.headers.get("content-type")?.includes("json") ?? false
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : {} }
  }
  return {
    endpoint: `${url}/v1`,
    now: NOW,
    ask,
    async prepare(method, path, body, cookies) {
      const told = await ask(method, path, body, cookies)
      if (told.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(told.body)}`)
      return told
    },
    lastMessage(recipient) {
      const message = emulator.outbox.list().findLast((sent) => sent.recipient === recipient)
      if (message === undefined) throw new Error(`${recipient} got no message`)
      return message
    },
    lastAsked() {
      const entry = emulator.log.list().at(-1)
      if (entry === undefined) return undefined
      const { pathname } = new URL(entry.path, url)
      return { method: entry.method, path: pathname.replace(/^\/v1/, ""), status: entry.status }
    },
    keep() {
      kept = emulator.snapshot()
    },
    goBack: () => emulator.restore(kept),
    [Symbol.asyncDispose]: () => emulator.close(),
  }
}
