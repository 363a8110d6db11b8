import type { ArrivedCall, Endpoint, Outcome } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import { Interruption } from "../faults/interruption.ts"
import { after, type NowOrLater, rescued } from "../now-or-later.ts"
import { Outdated } from "../outdated.ts"
import type { PhpArray } from "../php/value.ts"
import type { Profile } from "../profiles/profile.ts"
import type { SentParameters } from "../validators/read-parameters.ts"
import { type Arrival, admit, arrivalOf } from "./admit.ts"
import type { Answer } from "./answer.ts"
import { asAppwriteError, errorBody, FATAL, fatalBody, shownError } from "./failure.ts"
import { FatalRequestError } from "./fatal-request-error.ts"
import { HINT_HEADER, headerText, hintFor } from "./hint.ts"
import { isLimited, resetRate } from "./limit-rate.ts"
import { placeholders, rawPath, routePath } from "./path.ts"
import { ERROR_HEADERS, type ResponseHeaders, responseHeaders } from "./response-headers.ts"
import { readSent, withLegacyQueries, withPath } from "./sent-parameters.ts"
import type { Server } from "./server.ts"
import { sessionHeaders } from "./session-cookies.ts"

/**
 * Answers one request.
 * @param peer address at the other end of the connection.
 */
export type Handler = (request: Request, peer: string) => NowOrLater<Response>

/** @param added header lines that few answers have, besides those of all. */
type Answerer = (arrival: Arrival, added: ResponseHeaders) => NowOrLater<Answer>

/**
 * The frame of every answer: the body is read first, and the headers are the same for all.
 * @param endpoint `undefined` where there is none.
 */
function handler(
  { world, observe }: Server,
  profile: Profile,
  endpoint: Endpoint | undefined,
  answer: Answerer,
): Handler {
  const { version, rules } = profile
  return (request, peer) => {
    const at = world.clock.now()
    const start = performance.now()
    const respond = (sent: PhpArray): NowOrLater<Response> => {
      const arrival = arrivalOf(request, peer, sent, rules)
      const added: ResponseHeaders = {}
      return after(answer(arrival, added), ({ status, contentType, body, cookies = [], error, hint }) => {
        const duration = performance.now() - start
        const headers = responseHeaders(arrival, profile, contentType, duration / 1000)
        Object.assign(headers, added)
        if (hint !== undefined) headers[HINT_HEADER] = headerText(hint)
        observe?.({ arrival, endpoint, at, duration, status, headers, cookies, body, error, hint })
        const shown = request.method === "HEAD" ? null : body
        return new Response(shown, { status, headers: withCookies(headers, cookies) })
      })
    }
    return rescued(
      () => after(readSent(request), respond),
      (error) => {
        const duration = performance.now() - start
        const failed = { arrival: arrivalOf(request, peer, [], rules), endpoint, at, duration }
        if (error instanceof FatalRequestError) {
          const body = fatalBody(version)
          observe?.({ ...failed, ...FATAL, body })
          return new Response(body, FATAL)
        }
        if (error instanceof Interruption) observe?.({ ...failed, ...UNANSWERED })
        throw error
      },
    )
  }
}

/** What is left where a fault takes the answer away. */
const UNANSWERED = { status: 0, headers: {}, cookies: [], body: null, error: undefined, hint: undefined }

/** Cookies are lines of their own, all of one name. */
function withCookies(headers: ResponseHeaders, cookies: readonly string[]): ResponseHeaders | Headers {
  if (cookies.length === 0) return headers
  const lines = new Headers(headers)
  for (const cookie of cookies) lines.append("set-cookie", cookie)
  return lines
}

/**
 * Handles the requests to an endpoint.
 * @param profile whose rules are loaded.
 */
export function endpointHandler(server: Server, profile: Profile, endpoint: Endpoint): Handler {
  const places = placeholders(endpoint.path)
  return handler(server, profile, endpoint, (arrival, added) => {
    const { request, format } = arrival
    const path = rawPath(request.url)
    const refused = (thrown: unknown, headers: ResponseHeaders): Answer => {
      const error = asAppwriteError(thrown, server)
      const hint = hintFor({ arrival, endpoint, error, projects: server.projects })
      return errorAnswer(error, profile, hint, headers)
    }
    const readParameters = () => {
      const sent = withPath(arrival.sent, places, path)
      return endpoint.legacyQueries && format.isBelow("1.5.0") ? withLegacyQueries(sent, profile.rules) : sent
    }
    const carryOut = (call: ArrivedCall, sent: SentParameters, headers: ResponseHeaders) =>
      rescued(
        () => {
          const view = { format, showsSecrets: call.caller.role === "applications" }
          return after(endpoint.run(call, sent, view), (outcome) => {
            if (isLimited(endpoint)) resetRate(server.rateLimits, endpoint, call, arrival.sent)
            return answerOf(endpoint, call, outcome, headers)
          })
        },
        (thrown): NowOrLater<Answer> => {
          if (!(thrown instanceof Outdated)) throw thrown
          // Rate limits have counted it already.
          const { rateLimit: _, ...unlimited } = endpoint
          return after(admit(server, profile, arrival, unlimited, headers), (now) =>
            carryOut(now, sent, headers),
          )
        },
      )
    const answerCall = (call: ArrivedCall, sent: SentParameters): NowOrLater<Answer> => {
      if (!server.faults.isSet) return carryOut(call, sent, added)
      const target = { endpoint, call, path: routePath(path) }
      return import("../faults/answer-under-faults.ts").then(({ answerUnderFaults }) =>
        answerUnderFaults(server.faults, target, {
          request,
          added,
          carryOut: (headers) => carryOut(call, sent, headers),
          refused,
        }),
      )
    }
    return rescued(
      () =>
        after(readParameters(), (sent) =>
          after(admit(server, profile, arrival, endpoint, added), (call) => answerCall(call, sent)),
        ),
      (thrown) => {
        if (thrown instanceof Interruption || thrown instanceof FatalRequestError) throw thrown
        return refused(thrown, added)
      },
    )
  })
}

/** What comes of a request, as an answer. */
function answerOf(
  endpoint: Endpoint,
  { world, project, request }: ArrivedCall,
  { body, session, location }: Outcome,
  added: ResponseHeaders,
): Answer {
  const { status } = endpoint
  const contentType = body === null ? "text/html" : endpoint.contentType
  if (location !== undefined) added.location = location
  if (session === undefined) return { status, contentType, body }
  const { setCookie, fallbackCookies } = sessionHeaders(
    session,
    project.id,
    request,
    world.clock.now(),
    project.rules,
  )
  if (fallbackCookies !== "") added["x-fallback-cookies"] = fallbackCookies
  return { status, contentType, body, cookies: setCookie }
}

/**
 * Handles what there is no route for. Appwrite 1.9: all checks but the scopes' come first; errors are HTML pages, or JSON as
 * all others.
 * @param profile whose rules are loaded.
 * @param loadRoutes brings all there are, as `METHOD /path`.
 */
export function unknownRouteHandler(
  server: Server,
  profile: Profile,
  loadRoutes: () => Promise<readonly string[]>,
): Handler {
  return handler(server, profile, undefined, async (arrival, added) => {
    const { request } = arrival
    const error = await rescued(
      () =>
        after(
          admit(server, profile, arrival, { path: "", scopes: ["global"] }, added),
          () => new AppwriteError("general_route_not_found"),
        ),
      (refusal) => asAppwriteError(refusal, server),
    )
    const hint = hintFor({ arrival, endpoint: undefined, error, projects: server.projects })
    if (profile.rules.http.unknownRoute === "json") return errorAnswer(error, profile, hint, added)
    const [{ errorPage }, routes] = await Promise.all([import("./error-page.ts"), loadRoutes()])
    const body = errorPage(error, request.method, rawPath(request.url), routes, hint)
    Object.assign(added, ERROR_HEADERS)
    return { status: error.status, contentType: "text/html; charset=UTF-8", body, error, hint }
  })
}

/** The answer with an error; its headers are added to those that are there. */
function errorAnswer(
  thrown: AppwriteError,
  { version, rules }: Profile,
  hint: string | undefined,
  added: ResponseHeaders,
): Answer {
  const error = shownError(thrown, rules)
  Object.assign(added, ERROR_HEADERS)
  const contentType = "application/json; charset=UTF-8"
  return { status: error.status, contentType, body: errorBody(error, version), error: thrown, hint }
}
