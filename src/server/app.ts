import { ConnectionReset, Interruption } from "../faults/interruption.ts"
import { after, type NowOrLater, rescued } from "../now-or-later.ts"
import type { Profile } from "../profiles/profile.ts"
import { endpointsOf } from "../profiles/routes-of.ts"
import type { Service } from "../services/services.ts"
import { arrivalOf } from "./admit.ts"
import { FATAL, fatalBody, isDisconnection } from "./failure.ts"
import { type Handler, unknownRouteHandler } from "./handlers.ts"
import { BASE_PATH, rawPath, routePath } from "./path.ts"
import { profileOf } from "./profile-of.ts"
import { preflightHeaders } from "./response-headers.ts"
import type { Server } from "./server.ts"
import { type ServiceApp, serviceApp } from "./service-app.ts"

function answerPreflight(
  { world, observe }: Server,
  { rules }: Profile,
  request: Request,
  peer: string,
): Response {
  const headers = preflightHeaders(request, rules)
  const answer = { status: 204, headers, cookies: [], body: null, error: undefined, hint: undefined }
  const at = world.clock.now()
  observe?.({ ...answer, arrival: arrivalOf(request, peer, [], rules), endpoint: undefined, at, duration: 0 })
  return new Response(answer.body, answer)
}

/** The API, in each of its versions. */
export function apiApp(server: Server, services: readonly Service[]): Handler {
  const versions = new Map<Profile, Handler>()
  const setUp = async (profile: Profile): Promise<Handler> => {
    await profile.load()
    const version = versions.get(profile) ?? versionApp(server, profile, services)
    versions.set(profile, version)
    return version
  }
  return (request, peer) => {
    const profile = profileOf(server, request)
    return after(versions.get(profile) ?? setUp(profile), (version) => version(request, peer))
  }
}

/**
 * The API of one version: its services, each of which is set up when a request first asks for it.
 * @param profile whose rules are loaded.
 */
function versionApp(server: Server, profile: Profile, services: readonly Service[]): Handler {
  const handleUnknown = unknownRouteHandler(server, profile, async () => {
    const endpoints = await Promise.all(services.map(({ load }) => load()))
    return endpointsOf(profile, endpoints.flat()).map(({ method, path }) => `${method} ${BASE_PATH}${path}`)
  })
  const apps = new Map<Service, NowOrLater<ServiceApp>>()
  const setUp = (service: Service): Promise<ServiceApp> => {
    const app = service.load().then((endpoints) => serviceApp(server, profile, endpoints, handleUnknown))
    apps.set(service, app)
    return app.then((ready) => {
      apps.set(service, ready)
      return ready
    })
  }
  return (request, peer) => {
    if (request.method === "OPTIONS") return answerPreflight(server, profile, request, peer)
    const path = routePath(rawPath(request.url))
    const [, base, segment = ""] = path.split("/", 3)
    const service = services.find(({ segments }) => segments.includes(segment))
    if (`/${base}` !== BASE_PATH || service === undefined) return handleUnknown(request, peer)
    const app = apps.get(service)
    if (app !== undefined && !(app instanceof Promise)) return app.fetch(request, { peer, path })
    return rescued(
      () => after(app ?? setUp(service), (ready) => ready.fetch(request, { peer, path })),
      (error) => {
        // Such as a service that can't be loaded for want of file descriptors.
        if (error instanceof Interruption || error instanceof ConnectionReset) throw error
        if (!isDisconnection(error)) server.onFault(error)
        const { status, headers } = FATAL
        return new Response(fatalBody(server.world.profile.version), { status, headers })
      },
    )
  }
}
