import { lineTo } from "../../src/bench/in-process.ts"
import type { Emulator } from "../../src/emulator.ts"
import { callerOf } from "./caller.ts"

/** Whose doings they are. */
export const FILLER = "filler"

/** More than each of them keeps. */
const AUDITED_MESSAGES = 21_000
const COUNTED_CLIENTS = 11_000
const AT_ONCE = 100

/** Fills in process what is bounded, so that all growth that is seen later is none that ends by itself. */
export async function fillBounded(emulator: Emulator): Promise<void> {
  const call = callerOf(lineTo(emulator))
  const repeat = async (times: number, send: (index: number) => Promise<unknown>) => {
    for (let first = 0; first < times; first += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => send(first + index)))
    }
  }
  await call(201, "POST", "/users", { userId: FILLER, email: `${FILLER}@example.com` })
  const { secret } = await call(201, "POST", `/users/${FILLER}/sessions`, {})
  emulator.rateLimits.disable()
  // As long as what is to come, with a link and a client of its own: otherwise what takes their places takes more memory.
  await repeat(AUDITED_MESSAGES, (index) =>
    call(
      201,
      "POST",
      "/account/verifications/email",
      { url: "http://localhost/page" },
      {
        "x-appwrite-session": String(secret),
        "x-forwarded-for": `10.1.${index >> 8}.${index & 255}`,
        "user-agent": `AppwriteNodeJSSDK/27.1.0 (Linux; x64) ${index}`,
      },
    ),
  )
  emulator.rateLimits.enable()
  const login = (index: number) => ({ email: `nobody-${index}@example.com`, password: "wrong horse" })
  await repeat(COUNTED_CLIENTS, (index) => call(401, "POST", "/account/sessions/email", login(index), {}))
}
