import { test } from "vitest"
import { createEmulator } from "../../src/emulator.ts"

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5)

/**
 * Tests what a page's own server does by an official client, against an emulator on a port whose time stands still.
 *
 * @param story is given the endpoint, and the emulator's time in milliseconds since the epoch.
 */
export function testSsr(name: string, story: (endpoint: string, now: number) => Promise<void>): void {
  test(name, async () => {
    const { url, close } = await (await createEmulator({ clock: { now: () => NOW } })).listen()
    await story(`${url}/v1`, NOW).finally(close)
  })
}
