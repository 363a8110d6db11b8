import { after, type NowOrLater } from "../now-or-later.ts"
import type { Service } from "../services/services.ts"
import { arrivalOf } from "./admit.ts"
import { type Handler, unknownRouteHandler } from "./handlers.ts"
import { BASE_PATH, rawPath, routePath } from "./path.ts"
import { preflightHeaders } from "./response-headers.ts"
import type { Server } from "./server.ts"
import { type ServiceApp, serviceApp } from "./service-app.ts"

function answerPreflight({ world, observe }: Server, request: Request, peer: string): Response {
  const headers = preflightHeaders(request.headers.get("origin"))
  const answer = { status: 204, headers, cookies: [], body: null, error: undefined, hint: undefined }
  const at = world.clock.now()
  observe?.({ ...answer, arrival: arrivalOf(request, peer, []), endpoint: undefined, at, duration: 0 })
  return new Response(answer.body, answer)
}

/** The API: its services, each of which is set up when a request first asks for it. */
export function apiApp(server: Server, services: readonly Service[]): Handler {
  const handleUnknown = unknownRouteHandler(server, async () => {
    const endpoints = await Promise.all(services.map(({ load }) => load()))
    return endpoints.flat().map(({ method, path }) => `${method} ${BASE_PATH}${path}`)
  })
  const apps = new Map<Service, NowOrLater<ServiceApp>>()
  const setUp = (service: Service): Promise<ServiceApp> => {
    const app = service.load().then((endpoints) => serviceApp(server, endpoints, handleUnknown))
    apps.set(service, app)
    return app.then((ready) => {
      apps.set(service, ready)
      return ready
    })
  }
  return (request, peer) => {
    if (request.method === "OPTIONS") return answerPreflight(server, request, peer)
    const path = routePath(rawPath(request.url))
    const [, base, segment = ""] = path.split("/", 3)
    const service = services.find(({ segments }) => segments.includes(segment))
    if (`/${base}` !== BASE_PATH || service === undefined) return handleUnknown(request, peer)
    return after(apps.get(service) ?? setUp(service), (app) => app.fetch(request, { peer, path }))
  }
}
