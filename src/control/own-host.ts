import { isIP } from "node:net"

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"])
const ALL_ADDRESSES: ReadonlySet<string> = new Set(["0.0.0.0", "::", "[::]"])

/** Where the emulator listens. */
export interface ListeningAt {
  readonly host: string
  readonly port: number
}

/**
 * Whether a `Host` header names the emulator itself. Where it listens on all addresses, any address will do, but no
 * name: it could be one that a web page had pointed here.
 * @param listening `undefined` in process, where there is no port.
 */
export function isOwnHost(header: string, listening: ListeningAt | undefined): boolean {
  const [, name = "", port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(header.toLowerCase()) ?? []
  if (listening === undefined) return LOOPBACK.has(name)
  if (Number(port ?? 80) !== listening.port) return false
  if (LOOPBACK.has(name) || name === listening.host.toLowerCase()) return true
  return ALL_ADDRESSES.has(listening.host) && isIP(name.replace(/^\[|\]$/g, "")) !== 0
}
