import { DEFAULT_API_KEY, DEFAULT_PROJECT, type Emulator } from "../../src/emulator.ts"
import { boundValue } from "./bound-value.ts"
import type { WireAnswer } from "./exchange.ts"
import type { CALLERS } from "./fuzzed-request.ts"
import type { KnownCallers } from "./request-bytes.ts"

const PEOPLE = ["{run}a", "{run}b", "{run}c"]
const MOST_KNOWN = 60

/** Those who call an API, and what it has told so far. */
export interface Cast extends KnownCallers {
  /** Takes note of the IDs and secrets in an answer. */
  learn(answer: WireAnswer): void
  /** Makes users and logins for those who lost theirs. */
  prepare(): Promise<void>
}

type Credentials = Readonly<Record<(typeof CALLERS)[number], Readonly<Record<string, string>>>>

/** The cast of one emulator. */
export function newCast(emulator: Emulator): Cast {
  const project = { "x-appwrite-project": DEFAULT_PROJECT }
  const key = { ...project, "x-appwrite-key": DEFAULT_API_KEY }
  const shown = new Map<string, Credentials>()
  const known: string[] = []

  async function ask(method: string, path: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const headers = { ...key, "content-type": "application/json" }
    const url = `http://localhost/v1${path}`
    const response = await emulator.fetch(new Request(url, { method, headers, body: JSON.stringify(body) }))
    const answer: unknown = JSON.parse((await response.text()) || "{}")
    return typeof answer === "object" && answer !== null ? { ...answer } : {}
  }

  async function admit(person: string): Promise<void> {
    const userId = String(boundValue(person, person, []))
    await ask("POST", "/users", { userId })
    await ask("PATCH", `/users/${userId}/status`, { status: true })
    await ask("PATCH", `/users/${userId}/mfa`, { mfa: false })
    // As samples have them, so that some logins are right.
    await ask("PATCH", `/users/${userId}/email`, { email: `${userId}@example.com` })
    await ask("PATCH", `/users/${userId}/password`, { password: `pass-${userId}` })
    const { secret } = await ask("POST", `/users/${userId}/sessions`, {})
    const { jwt } = await ask("POST", `/users/${userId}/jwts`, {})
    const session = String(secret)
    shown.set(person, {
      key,
      guest: project,
      wrong: { ...project, "x-appwrite-key": "wrong" },
      session: { ...project, "x-appwrite-session": session },
      cookie: { ...project, cookie: `a_session_${DEFAULT_PROJECT}=${encodeURIComponent(session)}` },
      jwt: { ...project, "x-appwrite-jwt": String(jwt) },
    })
  }

  return {
    known,
    credentials: (caller, person) => shown.get(person)?.[caller] ?? project,
    learn({ body }) {
      for (const [, text = ""] of body.matchAll(/"(?:\$id|secret|challengeId|jwt)":"([^"\\]{1,400})"/g))
        known.push(text)
      known.splice(0, Math.max(0, known.length - MOST_KNOWN))
    },
    async prepare() {
      for (const person of PEOPLE) await admit(person)
      for (const { secret } of emulator.outbox.list().slice(-5)) if (secret !== "") known.push(secret)
    },
  }
}
