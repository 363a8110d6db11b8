import { Account, Client, Teams } from "appwrite"
import { vi } from "vitest"
import { DEFAULT_PROJECT } from "../../../src/emulator.ts"
import { watched } from "../methods.ts"

/** As much of a browser as the SDK asks for. */
export interface Browser {
  readonly account: Account
  readonly teams: Teams
  /** What the SDK keeps in `localStorage`, by name. */
  readonly stored: Map<string, string>
  /** What the SDK tells whoever looks at the console. */
  readonly warnings: readonly string[]
  /** Calls by the SDK come from this browser again. */
  focus(): void
}

/**
 * Opens a browser that nobody has logged in with; calls by the SDK come from it until another is opened or focused. It
 * keeps no cookies, so the session comes and goes in `X-Fallback-Cookies`, and it has no location, so the SDK returns
 * the addresses that it would go to.
 *
 * @param endpoint ends with `/v1`.
 * @param onCall is told the name of each method, such as `account.get`.
 */
export function openBrowser(endpoint: string, onCall: (method: string) => void): Browser {
  const stored = new Map<string, string>()
  const warnings: string[] = []
  const localStorage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  }
  const focus = () => {
    vi.stubGlobal("window", { localStorage, console })
    vi.spyOn(console, "warn").mockImplementation((warning: string) => warnings.push(warning))
  }
  focus()
  const client = new Client().setEndpoint(endpoint).setProject(DEFAULT_PROJECT)
  return {
    account: watched(new Account(client), (method) => onCall(`account.${method}`)),
    teams: watched(new Teams(client), (method) => onCall(`teams.${method}`)),
    stored,
    warnings,
    focus,
  }
}
