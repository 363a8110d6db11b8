import { isIPv4 } from "node:net"

/** Whether only this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."))
}

/** Addresses that stand for all of a machine's: one can listen there, but not call there. */
const CALLABLE: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" }

/** The endpoint to give to a client on this machine. */
export function endpointUrl(host: string, port: number): string {
  const callable = CALLABLE[host] ?? host
  return `http://${callable.includes(":") ? `[${callable}]` : callable}:${port}/v1`
}
