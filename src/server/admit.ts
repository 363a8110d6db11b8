import type { Caller } from "../caller.ts"
import type { ArrivedCall, Endpoint } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import { type ResponseFormat, responseFormat } from "../models/response-format.ts"
import { after, type NowOrLater } from "../now-or-later.ts"
import { type PhpArray, phpGet } from "../php/value.ts"
import type { Project } from "../project/project.ts"
import { CONSOLE } from "../project/project-id.ts"
import type { Projects } from "../project/projects.ts"
import type { JwtClaims } from "../services/jwt.ts"
import type { World } from "../world.ts"
import { authorize, checkGroups } from "./authorize.ts"
import { identify } from "./identify.ts"
import { isLimited, limitRate } from "./limit-rate.ts"
import { checkOrigin } from "./origin.ts"
import { requestFacts } from "./request-facts.ts"
import type { ResponseHeaders } from "./response-headers.ts"
import type { Server } from "./server.ts"
import { type ShownSession, shownSession } from "./session-secret.ts"

/** A request before any rule was applied. */
export interface Arrival {
  readonly request: Request
  /** Address at the other end of the connection. */
  readonly peer: string
  /** What was sent in the query or body. */
  readonly sent: PhpArray
  /** ID of the project that the request is for. */
  readonly projectId: string
  readonly shownSession: ShownSession
  readonly format: ResponseFormat
  /** Who sent it, as soon as that is known: also of a request that is refused then. */
  caller: Caller | undefined
}

/** A request whose parameters are read, with what its headers say. */
export function arrivalOf(request: Request, peer: string, sent: PhpArray): Arrival {
  const { headers } = request
  const sentId = phpGet(sent, "project")
  const projectId = (typeof sentId === "string" ? sentId : headers.get("x-appwrite-project")) || CONSOLE
  return {
    request,
    peer,
    sent,
    projectId,
    shownSession: shownSession(headers, projectId),
    format: responseFormat(headers.get("x-appwrite-response-format") ?? ""),
    caller: undefined,
  }
}

function loadProject(projects: Projects, id: string): Project {
  const project = projects.require(id)
  if (project === undefined) throw new AppwriteError("project_not_found")
  return project
}

async function verified(world: World, jwt: string): Promise<JwtClaims> {
  const { verifyJwt } = await import("../services/jwt.ts")
  return verifyJwt(world, jwt)
}

type AdmittingRoute = Pick<Endpoint, "path" | "scopes" | "groups" | "authMethod" | "rateLimit">

/**
 * Everything that comes between the arrival of a request and its parameters. Appwrite 1.9: project, caller, origin,
 * scopes, rate limit and the route's groups, in this order; so a bad key wins over a bad parameter.
 * @param added headers of the answer, to which those of the rate limit are added.
 * @throws AppwriteError
 */
export function admit(
  server: Server,
  arrival: Arrival,
  route: AdmittingRoute,
  added: ResponseHeaders,
): NowOrLater<ArrivedCall> {
  const jwt = arrival.request.headers.get("x-appwrite-jwt")
  const claims = jwt ? verified(server.world, jwt) : undefined
  return after(claims, (verifiedClaims) => admitSender(server, arrival, route, verifiedClaims, added))
}

/** Nothing is awaited here: who the caller is stays true until the checks are done. */
function admitSender(
  { world, projects, rateLimits }: Server,
  arrival: Arrival,
  route: AdmittingRoute,
  claims: JwtClaims | undefined,
  added: ResponseHeaders,
): ArrivedCall {
  const { headers } = arrival.request
  const project = loadProject(projects, arrival.projectId)
  const { shown } = arrival.shownSession
  const key = headers.get("x-appwrite-key") ?? ""
  const identification = identify(world, project, { headers, key, sent: arrival.sent, shown, claims })
  arrival.caller = identification.caller
  if (project.id === CONSOLE && headers.get("x-appwrite-mode") === "admin") {
    throw new AppwriteError("general_bad_request", "Admin mode is not allowed for console project")
  }
  const origin = key === "" ? headers.get("origin") : null
  if (origin) checkOrigin(origin, project.id)
  const request = requestFacts(arrival.request, identification.caller.role === "applications", arrival.peer)
  const caller = authorize(world, project, identification, route, request.hostname)
  const call = { world, project, caller, request }
  if (isLimited(route)) limitRate(rateLimits, route, call, arrival.sent, added)
  checkGroups(world, project, caller, identification.user, route)
  return call
}
