import { Hono } from "hono/tiny"
import type { Endpoint } from "../endpoint.ts"
import type { Profile } from "../profiles/profile.ts"
import { endpointsOf } from "../profiles/routes-of.ts"
import { endpointHandler, type Handler } from "./handlers.ts"
import { BASE_PATH } from "./path.ts"
import type { Server } from "./server.ts"

/** What comes with a request besides the request itself. */
interface Connection {
  /** Address at its other end. */
  readonly peer: string
  /** The path by which the route is found. */
  readonly path: string
}

/** So that what is fixed is found before what is a placeholder. */
const byPath = (a: Endpoint, b: Endpoint): number => {
  const [x, y] = [a.path.replaceAll(":", "~"), b.path.replaceAll(":", "~")]
  return x < y ? -1 : x > y ? 1 : 0
}

export type ServiceApp = Hono<{ Bindings: Connection }>

/**
 * A service as a Hono app: its routes are the endpoints.
 * @param profile whose rules are loaded.
 * @param handleUnknown answers what none of them matches.
 */
export function serviceApp(
  server: Server,
  profile: Profile,
  endpoints: readonly Endpoint[],
  handleUnknown: Handler,
): ServiceApp {
  const app = new Hono<{ Bindings: Connection }>({
    getPath: (_, connection) => connection?.env?.path ?? "",
  })
  for (const endpoint of endpointsOf(profile, endpoints).sort(byPath)) {
    const handle: Handler = endpointHandler(server, profile, endpoint)
    for (const path of [endpoint.path, ...(endpoint.aliases ?? [])]) {
      app.on(endpoint.method, BASE_PATH + path, ({ req, env }) => handle(req.raw, env.peer))
    }
  }
  // What is thrown up to here is no answer of the API, so that it must not become one.
  app.onError((error) => {
    throw error
  })
  app.notFound(({ req, env }) => handleUnknown(req.raw, env.peer))
  return app
}
