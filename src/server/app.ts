import type { Service } from "../services/services.ts"
import { type Handler, unknownRouteHandler } from "./handlers.ts"
import { BASE_PATH, rawPath, routePath } from "./path.ts"
import { preflightHeaders } from "./response-headers.ts"
import type { Server } from "./server.ts"
import { serviceApp } from "./service-app.ts"

/** The API: its services, each of which is set up when a request first asks for it. */
export function apiApp(server: Server, services: readonly Service[]): Handler {
  const handleUnknown = unknownRouteHandler(server, async () => {
    const endpoints = await Promise.all(services.map(({ load }) => load()))
    return endpoints.flat().map(({ method, path }) => `${method} ${BASE_PATH}${path}`)
  })
  const apps = new Map<Service, Promise<ReturnType<typeof serviceApp>>>()
  const setUp = async ({ load }: Service) => serviceApp(server, await load(), handleUnknown)
  return async (request, peer) => {
    if (request.method === "OPTIONS") {
      return new Response(null, { status: 204, headers: preflightHeaders(request.headers.get("origin")) })
    }
    const path = routePath(rawPath(request.url))
    const [, base, segment = ""] = path.split("/", 3)
    const service = services.find(({ segments }) => segments.includes(segment))
    if (`/${base}` !== BASE_PATH || service === undefined) return handleUnknown(request, peer)
    let app = apps.get(service)
    if (app === undefined) {
      app = setUp(service)
      apps.set(service, app)
    }
    return (await app).fetch(request, { peer, path })
  }
}
