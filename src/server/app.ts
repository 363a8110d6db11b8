import { Hono } from "hono"
import type { Endpoint } from "../endpoint.ts"
import { endpointHandler, type Handler, unknownRouteHandler } from "./handlers.ts"
import { BASE_PATH, rawPath, routePath } from "./path.ts"
import { preflightHeaders } from "./response-headers.ts"
import type { Server } from "./server.ts"

/** What comes with a request besides the request itself. */
export interface Connection {
  /** Address at its other end. */
  readonly peer: string
}

/** So that what is fixed is found before what is a placeholder. */
const byPath = (a: Endpoint, b: Endpoint): number => {
  const [x, y] = [a.path.replaceAll(":", "~"), b.path.replaceAll(":", "~")]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The API as a Hono app: its routes are the endpoints. */
export function apiApp(server: Server, endpoints: readonly Endpoint[]) {
  const app = new Hono<{ Bindings: Connection }>({
    getPath: (request) => routePath(rawPath(request.url)),
  })
  const sorted = [...endpoints].sort(byPath)
  app.options("*", ({ req }) => {
    return new Response(null, { status: 204, headers: preflightHeaders(req.header("origin") ?? null) })
  })
  for (const endpoint of sorted) {
    const handle: Handler = endpointHandler(server, endpoint)
    for (const path of [endpoint.path, ...(endpoint.aliases ?? [])]) {
      app.on(endpoint.method, BASE_PATH + path, ({ req, env }) => handle(req.raw, env.peer))
    }
  }
  const handleUnknown = unknownRouteHandler(
    server,
    sorted.map(({ method, path }) => `${method} ${BASE_PATH}${path}`),
  )
  app.notFound(({ req, env }) => handleUnknown(req.raw, env.peer))
  return app
}
