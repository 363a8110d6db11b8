import { createRequire } from "node:module"
import { DEFAULT_API_KEY, DEFAULT_PROJECT } from "../../src/emulator.ts"
import type { InstalledClient } from "./client.ts"

/** A request that a client sent. */
export interface Sent {
  readonly method: string
  /** Below `/v1`. */
  readonly path: string
}

/** A client that speaks to a server. */
export interface Connection {
  /** What its class is called with: `Users` or `Account`. */
  readonly service: object
  /** A query that this client writes, in the format of its time. */
  readonly query: string
  /** All that it sent, oldest first, but for the addresses that it only names. */
  readonly sent: readonly Sent[]
}

const require = createRequire(import.meta.url)

/**
 * Makes one of a client's services, as its user would.
 *
 * @param service name of its class.
 * @param endpoint ends with `/v1`.
 * @param withKey whether it comes with the API key.
 */
export function connect(
  client: InstalledClient,
  service: string,
  endpoint: string,
  withKey: boolean,
): Connection {
  const module: unknown = require(client.folder)
  if (typeof module !== "object" || module === null) throw new Error(`${client.folder} exports nothing`)
  const connection = construct(module, "Client")
  callOn(connection, "setEndpoint", [endpoint])
  callOn(connection, "setProject", [DEFAULT_PROJECT])
  if (withKey) callOn(connection, "setKey", [DEFAULT_API_KEY])
  const sent: Sent[] = []
  noteCalls(connection, endpoint, (request) => sent.push(request))
  const query: unknown = callOn(exported(module, "Query"), "limit", [25])
  return { service: construct(module, service, connection), query: String(query), sent }
}

/** Calls a method by its name. */
export function callOn(target: object, name: string, args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(target, name)
  if (typeof method !== "function") throw new Error(`there is no method ${name}`)
  return Reflect.apply(method, target, args)
}

/** Every service sends its requests by the client's `call`, which gets a path or a whole address. */
function noteCalls(connection: object, endpoint: string, onCall: (request: Sent) => void): void {
  const call: unknown = Reflect.get(connection, "call")
  if (typeof call !== "function") throw new Error("the client has no call")
  Reflect.set(connection, "call", (method: unknown, where: unknown, ...others: readonly unknown[]) => {
    const { pathname } = new URL(String(where).replace(/^\//, `${endpoint}/`))
    onCall({ method: String(method).toUpperCase(), path: pathname.replace(/^\/v1/, "") })
    return Reflect.apply(call, connection, [method, where, ...others])
  })
}

function exported(module: object, name: string): object {
  const value: unknown = Reflect.get(module, name)
  if (typeof value !== "function") throw new Error(`the client exports no ${name}`)
  return value
}

function construct(module: object, name: string, ...args: readonly unknown[]): object {
  const made: unknown = Reflect.construct(asConstructor(exported(module, name)), args)
  if (typeof made !== "object" || made === null) throw new Error(`${name} makes no object`)
  return made
}

function asConstructor(value: object): new (...args: readonly unknown[]) => unknown {
  if (!isConstructor(value)) throw new Error("no class")
  return value
}

const isConstructor = (value: object): value is new (...args: readonly unknown[]) => unknown =>
  typeof value === "function"
