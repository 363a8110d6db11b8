import { type Device, unknownDevice } from "./device.ts"

/** Names under which HTTP libraries send `<name>/<version>`, and what Matomo's device detection calls them. */
const LIBRARIES: ReadonlyMap<string, string> = new Map([
  ["axios", "Axios"],
  ["Bun", "Bun"],
  ["curl", "curl"],
  ["Deno", "Deno"],
  ["Go-http-client", "Go-http-client"],
  ["node-fetch", "Node Fetch"],
  ["PostmanRuntime", "Postman Desktop"],
  ["python-requests", "Python Requests"],
  ["Wget", "Wget"],
])

// A version of one part is left to the detection, which overlooks some of them.
const LIBRARY = /^([A-Za-z-]+)\/(\d{1,3}\.\d{1,3})(?:\.\d{1,3}){0,2}$/

const library = (clientName: string, clientVersion: string): Device =>
  Object.freeze({ ...unknownDevice, clientType: "library", clientName, clientVersion })

/** `UNKNOWN` is what Appwrite takes for a missing user agent, `node` and `undici` are those of Node's own `fetch`. */
const BARE_NAMES: ReadonlyMap<string, Device> = new Map([
  ["UNKNOWN", unknownDevice],
  ["node", unknownDevice],
  ["undici", library("undici", "")],
])

// Four digits might be the number of a telephone model.
const VERSION = "\\d{1,3}(?:\\.\\d{1,3}){0,3}"

/**
 * A server SDK of Appwrite, or its CLI, on Linux. A description of the kernel is left to the detection: it may name a
 * distribution.
 */
const SDK_ON_LINUX = new RegExp(
  `^Appwrite(?:CLI|(?:Deno|DotNet|Go|Kotlin|NodeJS|PHP|Python|Ruby|Swift)SDK)/${VERSION} ` +
    `\\([Ll]inux(?:-${VERSION})?; (?:x64|x86_64|amd64|arm64|aarch64)(?:; ${VERSION})?\\)(?: Node\\.js/v${VERSION})?$`,
)

const linux: Device = Object.freeze({
  ...unknownDevice,
  osCode: "LIN",
  osName: "GNU/Linux",
  deviceName: "desktop",
})

/**
 * The device behind a program that calls servers, if it is one of the most common: the same that Matomo's device
 * detection finds, without loading it.
 * @returns `undefined` for all other user agents.
 */
export function programDevice(userAgent: string): Device | undefined {
  const bare = BARE_NAMES.get(userAgent)
  if (bare !== undefined) return bare
  if (SDK_ON_LINUX.test(userAgent)) return linux
  const [, name = "", clientVersion = ""] = LIBRARY.exec(userAgent) ?? []
  const clientName = LIBRARIES.get(name)
  return clientName === undefined ? undefined : library(clientName, clientVersion)
}
