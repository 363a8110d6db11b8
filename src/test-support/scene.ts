import { createEmulator, DEFAULT_API_KEY, DEFAULT_PROJECT } from "../emulator.ts"

const START = Date.UTC(2026, 0, 2, 3, 4, 5)

/** Every decimal digit that is made of these bytes is a 7; as hexadecimal text they still differ from call to call. */
function sevens() {
  let state = 1
  const next = () => {
    // Of this generator's numbers the high bits are the good ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return 7 + 10 * ((state >>> 16) % 25)
  }
  const last = new Map<number, Uint8Array>()
  return {
    bytes(length: number) {
      const bytes = Uint8Array.from({ length }, next)
      last.set(length, bytes)
      return bytes
    },
    /** The last hexadecimal text of this length. */
    lastHex: (length: number) => Buffer.from(last.get(length / 2) ?? []).toString("hex"),
  }
}

/** The code in every mail and SMS of a {@link newScene}. */
export const SENT_CODE = "777777"

/** A fresh emulator whose time stands still until the test moves it, and those who call it. */
export async function newScene() {
  let now = START
  const randomness = sevens()
  const emulator = await createEmulator({ clock: { now: () => now }, randomness })

  function caller(credentials: Readonly<Record<string, string>>) {
    return async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
      const response = await emulator.fetch(
        new Request(`http://localhost/v1${path}`, {
          method,
          headers: {
            "content-type": "application/json",
            "x-appwrite-project": DEFAULT_PROJECT,
            ...credentials,
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      )
      return {
        status: response.status,
        headers: response.headers,
        body: JSON.parse((await response.text()) || "null"),
      }
    }
  }

  const key = caller({ "x-appwrite-key": DEFAULT_API_KEY })
  return {
    emulator,
    now: () => now,
    /** The last secret of this length that was made, whoever was told of it. */
    lastSecret: randomness.lastHex,
    /** @param milliseconds how long the test lets pass. */
    wait(milliseconds: number) {
      now += milliseconds
    },
    /** Calls with these headers. */
    caller,
    /** Calls with an API key. */
    key,
    /** Calls as nobody. */
    guest: caller({}),
    /** Calls with a JWT of a user, which has no session. */
    async jwt(userId: string) {
      const { body } = await key("POST", `/users/${userId}/jwts`, {})
      return caller({ "x-appwrite-jwt": body.jwt })
    },
    /** Calls with a new session of a user; it has one factor, `server`. */
    async session(userId: string) {
      const { body } = await key("POST", `/users/${userId}/sessions`)
      return caller({ "x-appwrite-session": body.secret })
    },
  }
}

export type Scene = Awaited<ReturnType<typeof newScene>>
export type CallAs = Scene["key"]

/** For `toMatchObject`: what a client is told when it is refused. */
export function refusal(code: number, type: string) {
  return { status: code, body: { code, type } }
}

/** What a caller is told who lacks the scope of a route. */
export function missingScope(who: string, role: string, scope: string) {
  return {
    status: 401,
    body: {
      message: `${who} (role: ${role}) missing scopes (["${scope}"])`,
      code: 401,
      type: "general_unauthorized_scope",
      version: "1.9.6",
    },
  }
}
