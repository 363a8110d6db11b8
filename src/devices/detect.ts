import type { Device } from "./device.ts"
import { matomoDevice } from "./matomo.ts"
import { programDevice } from "./programs.ts"

/** How many user agents are remembered with their devices. */
const REMEMBERED = 200

/**
 * How many characters of a user agent are looked at. The detector's time grows with the square of the length: 64 KiB, which
 * a header may have, would keep everybody waiting for minutes. No program tells so much of itself.
 */
const MOST_READ = 1024

const remembered = new Map<string, Device>()

/**
 * Finds out from which device and program a request came.
 *
 * Appwrite 1.9: a missing user agent counts as `UNKNOWN`; the Appwrite CLI is a client of its own, the rest is left to
 * Matomo's device detection.
 * @param userAgent the header's text; `""` if there was none.
 */
export async function detectDevice(userAgent: string): Promise<Device> {
  const known = userAgent === "" ? "UNKNOWN" : userAgent.slice(0, MOST_READ)
  const device = remembered.get(known) ?? (await newDevice(known))
  remember(known, device)
  return device
}

async function newDevice(userAgent: string): Promise<Device> {
  const device = programDevice(userAgent) ?? (await matomoDevice(userAgent))
  return Object.freeze({ ...device, ...appwriteCli(userAgent) })
}

/** The client, if it is the Appwrite CLI. Its name may stand anywhere, but the version only in the first word. */
function appwriteCli(userAgent: string): Partial<Device> {
  if (!userAgent.includes("AppwriteCLI")) return {}
  const [program = ""] = userAgent.split(" ")
  const [, clientVersion = ""] = program.split("/")
  return {
    clientType: "desktop",
    clientCode: "cli",
    clientName: "Appwrite CLI",
    clientVersion,
    clientEngine: "",
    clientEngineVersion: "",
  }
}

/** Keeps the latest ones used; a `Map` holds its keys in the order of their setting. */
function remember(userAgent: string, device: Device): void {
  remembered.delete(userAgent)
  remembered.set(userAgent, device)
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
}
