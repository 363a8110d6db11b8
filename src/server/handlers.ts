import type { ArrivedCall, Endpoint, Outcome } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import { after, type NowOrLater, rescued } from "../now-or-later.ts"
import type { PhpArray } from "../php/value.ts"
import type { SentParameters } from "../validators/read-parameters.ts"
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
export type Handler = (request: Request, peer: string) => NowOrLater<Response>

/** What answers differ in. */
interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string | null
  /** Header lines that few answers have. */
  readonly more?: ResponseHeaders
  readonly cookies?: readonly string[]
}

type Answerer = (arrival: Arrival) => NowOrLater<Answer>

/** The frame of every answer: the body is read first, and the headers are the same for all. */
function handler({ world }: Server, answer: Answerer): Handler {
  const { version } = world.profile
  return (request, peer) => {
    const start = performance.now()
    const respond = (sent: PhpArray): NowOrLater<Response> => {
      const arrival = arrivalOf(request, peer, sent)
      return after(answer(arrival), ({ status, contentType, body, more, cookies }) => {
        const seconds = (performance.now() - start) / 1000
        const headers = responseHeaders(arrival, version, contentType, seconds)
        if (more !== undefined) Object.assign(headers, more)
        const shown = request.method === "HEAD" ? null : body
        return new Response(shown, { status, headers: withCookies(headers, cookies) })
      })
    }
    return rescued(
      () => after(readSent(request), respond),
      (error) => {
        if (error instanceof FatalBodyError) return fatalFailure(version)
        throw error
      },
    )
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
  return handler(server, (arrival) => {
    const { request, format } = arrival
    const readParameters = () => {
      const sent = withPath(arrival.sent, places, rawPath(request.url))
      return endpoint.legacyQueries && format.isBelow("1.5.0") ? withLegacyQueries(sent) : sent
    }
    const answerCall = (call: ArrivedCall, sent: SentParameters) => {
      const view = { format, showsSecrets: call.caller.role === "applications" }
      return after(endpoint.run(call, sent, view), (outcome) => answerOf(endpoint, call, outcome))
    }
    return rescued(
      () =>
        after(readParameters(), (sent) =>
          after(admit(server, arrival, endpoint), (call) => answerCall(call, sent)),
        ),
      (thrown) => {
        const error = asAppwriteError(thrown, server)
        const contentType = "application/json; charset=UTF-8"
        return { status: error.status, contentType, body: errorBody(error, version), more: ERROR_HEADERS }
      },
    )
  })
}

/** What comes of a request, as an answer. */
function answerOf(
  endpoint: Endpoint,
  { world, project, request }: ArrivedCall,
  { body, session, location }: Outcome,
): Answer {
  const { status } = endpoint
  const contentType = body === null ? "text/html" : endpoint.contentType
  if (session === undefined && location === undefined) return { status, contentType, body }
  const more: ResponseHeaders = {}
  if (location !== undefined) more.location = location
  if (session === undefined) return { status, contentType, body, more }
  const { setCookie, fallbackCookies } = sessionHeaders(session, project.id, request, world.clock.now())
  if (fallbackCookies !== "") more["x-fallback-cookies"] = fallbackCookies
  return { status, contentType, body, more, cookies: setCookie }
}

/**
 * Handles what there is no route for. Appwrite 1.9: all checks but the scopes' come first; errors are HTML pages.
 * @param loadRoutes brings all there are, as `METHOD /path`.
 */
export function unknownRouteHandler(server: Server, loadRoutes: () => Promise<readonly string[]>): Handler {
  return handler(server, async (arrival) => {
    const { request } = arrival
    const error = await rescued(
      () =>
        after(
          admit(server, arrival, { scopes: ["global"] }),
          () => new AppwriteError("general_route_not_found"),
        ),
      (refusal) => asAppwriteError(refusal, server),
    )
    const [{ errorPage }, routes] = await Promise.all([import("./error-page.ts"), loadRoutes()])
    const body = errorPage(error, request.method, rawPath(request.url), routes)
    return { status: error.status, contentType: "text/html; charset=UTF-8", body, more: ERROR_HEADERS }
  })
}
