import * as sdk from "node-appwrite-27"
import { type RoutePattern, routeFinder, routeName } from "../src/contract/coverage/route-of.ts"

const services = {
  account: sdk.Account,
  messaging: sdk.Messaging,
  project: sdk.Project,
  teams: sdk.Teams,
  users: sdk.Users,
}

/** By route: the methods of node-appwrite, `users.updateEmail`, that call it. */
export type SdkCalls = Readonly<Record<string, readonly string[]>>

/** Has every method of the official client send its request to nobody, and notes what it is for. */
export async function sdkCalls(routes: readonly RoutePattern[]): Promise<SdkCalls> {
  const routeOf = routeFinder(routes)
  const calls = new Map<string, string[]>()
  for (const [name, Service] of Object.entries(services)) {
    for (const method of Object.getOwnPropertyNames(Service.prototype)) {
      if (method === "constructor") continue
      const client = new sdk.Client().setEndpoint("http://127.0.0.1/v1")
      const note = (verb: string, url: URL) => {
        const route = routeOf(verb.toUpperCase(), url.pathname.replace(/^\/v1/, ""))
        if (route === undefined) return
        const key = routeName(route)
        calls.set(key, [...(calls.get(key) ?? []), `${name}.${method}`])
      }
      // Both ways out of the client; the second is taken by what ends in a redirection.
      Object.assign(client, {
        call: async (verb: string, url: URL) => note(verb, url),
        redirect: async (verb: string, url: URL) => note(verb, url),
      })
      const service: object = new Service(client)
      await Reflect.apply(Reflect.get(service, method), service, [anyParameters])
    }
  }
  return Object.fromEntries(calls)
}

/** Has whatever parameter a method asks for. */
const anyParameters: unknown = new Proxy(
  {},
  { get: () => "x", has: () => true, getOwnPropertyDescriptor: () => ({ value: "x", configurable: true }) },
)
