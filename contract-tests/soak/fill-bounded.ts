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
  const filler = { userId: FILLER, email: `${FILLER}@example.com` }
  await call(201, "POST", "/users", filler)
  await repeat(AUDITED_MESSAGES, () => call(201, "POST", "/account/tokens/email", filler))
  const login = (index: number) => ({ email: `nobody-${index}@example.com`, password: "wrong horse" })
  await repeat(COUNTED_CLIENTS, (index) => call(401, "POST", "/account/sessions/email", login(index), {}))
}
