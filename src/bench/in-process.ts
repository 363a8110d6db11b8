import type { Emulator } from "../emulator.ts"
import type { Line } from "./connection.ts"

const ORIGIN = "http://127.0.0.1"
/** As the package has it: a loader of TypeScript makes every function that is created at run time dearer. */
const PACKAGED = new URL("../../dist/emulator.js", import.meta.url).href

/** An emulator in this very process: what a test suite calls that needs no port. */
export async function inProcess(): Promise<{ readonly emulator: Emulator; readonly line: Line }> {
  const { createEmulator }: typeof import("../emulator.ts") = await import(PACKAGED)
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
