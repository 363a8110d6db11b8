import type { Endpoint } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import { type Arrival, admit, arrivalOf } from "./admit.ts"
import { asAppwriteError, errorBody, fatalFailure } from "./failure.ts"
import { placeholders, rawPath } from "./path.ts"
import { ERROR_HEADERS, type ResponseHeaders, responseHeaders } from "./response-headers.ts"
import { FatalBodyError, readSent, withLegacyQueries, withPath } from "./sent-parameters.ts"
import type { Server } from "./server.ts"
import { sessionHeaders } from "./session-cookies.ts"

/**
 * Answers one request.
 * @param peer address at the other end of the connection.
 */
export type Handler = (request: Request, peer: string) => Promise<Response>

/** What answers differ in; the headers of the body are added to those that are there. */
interface Answer {
  readonly status: number
  readonly body: string | null
  readonly cookies?: readonly string[]
}

type Answerer = (arrival: Arrival, headers: ResponseHeaders) => Promise<Answer>

/** The frame of every answer: the body is read first, and the headers are the same for all. */
function handler({ world }: Server, answer: Answerer): Handler {
  const { version } = world.profile
  return async (request, peer) => {
    const start = performance.now()
    try {
      const arrival = arrivalOf(request, peer, await readSent(request))
      const headers = responseHeaders(arrival, version)
      const { status, body, cookies } = await answer(arrival, headers)
      headers["x-debug-speed"] = String((performance.now() - start) / 1000)
      return new Response(request.method === "HEAD" ? null : body, {
        status,
        headers: withCookies(headers, cookies),
      })
    } catch (error) {
      if (error instanceof FatalBodyError) return fatalFailure(version)
      throw error
    }
  }
}

/** Cookies are lines of their own, all of one name. */
function withCookies(headers: ResponseHeaders, cookies: readonly string[] = []): ResponseHeaders | Headers {
  if (cookies.length === 0) return headers
  const lines = new Headers(headers)
  for (const cookie of cookies) lines.append("set-cookie", cookie)
  return lines
}

/** Handles the requests to an endpoint. */
export function endpointHandler(server: Server, endpoint: Endpoint): Handler {
  const places = placeholders(endpoint.path)
  const { version } = server.world.profile
  return handler(server, async (arrival, headers) => {
    const { request, format } = arrival
    try {
      const parameters = withPath(arrival.sent, places, rawPath(request.url))
      const sent =
        endpoint.legacyQueries && format.isBelow("1.5.0") ? await withLegacyQueries(parameters) : parameters
      const call = await admit(server, arrival, endpoint)
      const view = { format, showsSecrets: call.caller.role === "applications" }
      const { body, session, location } = await endpoint.run(call, sent, view)
      headers["content-type"] = body === null ? "text/html" : endpoint.contentType
      if (location !== undefined) headers.location = location
      if (session === undefined) return { status: endpoint.status, body }
      const { setCookie, fallbackCookies } = sessionHeaders(
        session,
        call.project.id,
        call.request,
        call.world.clock.now(),
      )
      if (fallbackCookies !== "") headers["x-fallback-cookies"] = fallbackCookies
      return { status: endpoint.status, body, cookies: setCookie }
    } catch (thrown) {
      const error = asAppwriteError(thrown, server)
      Object.assign(headers, ERROR_HEADERS, { "content-type": "application/json; charset=UTF-8" })
      return { status: error.status, body: errorBody(error, version) }
    }
  })
}

/**
 * Handles what there is no route for. Appwrite 1.9: all checks but the scopes' come first; errors are HTML pages.
 * @param loadRoutes brings all there are, as `METHOD /path`.
 */
export function unknownRouteHandler(server: Server, loadRoutes: () => Promise<readonly string[]>): Handler {
  return handler(server, async (arrival, headers) => {
    const { request } = arrival
    const error = await admit(server, arrival, { scopes: ["global"] }).then(
      () => new AppwriteError("general_route_not_found"),
      (refusal: unknown) => asAppwriteError(refusal, server),
    )
    Object.assign(headers, ERROR_HEADERS, { "content-type": "text/html; charset=UTF-8" })
    const [{ errorPage }, routes] = await Promise.all([import("./error-page.ts"), loadRoutes()])
    const body = errorPage(error, request.method, rawPath(request.url), routes)
    return { status: error.status, body }
  })
}
