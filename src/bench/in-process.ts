import { createEmulator, type Emulator } from "../emulator.ts"
import type { Line } from "./connection.ts"

const ORIGIN = "http://127.0.0.1"

/** An emulator in this very process: what a test suite calls that needs no port. */
export async function inProcess(): Promise<{ readonly emulator: Emulator; readonly line: Line }> {
  const emulator = await createEmulator()
  return { emulator, line: lineTo(emulator) }
}

/** A line to an emulator in this process. */
export function lineTo(emulator: Emulator): Line {
  return {
    async send({ method, path, headers, body }) {
      const init = body === "" ? {} : { body }
      const request = new Request(ORIGIN + path, {
        method,
        headers: { ...headers, "content-type": "application/json" },
        ...init,
      })
      const response = await emulator.fetch(request)
      return { status: response.status, body: Buffer.from(await response.arrayBuffer()) }
    },
  }
}
