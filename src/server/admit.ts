import type { Caller } from "../caller.ts"
import type { ArrivedCall, Endpoint } from "../endpoint.ts"
import { AppwriteError } from "../errors.ts"
import { type ResponseFormat, responseFormat } from "../models/response-format.ts"
import { after, type NowOrLater } from "../now-or-later.ts"
import { Outdated } from "../outdated.ts"
import { type PhpArray, phpGet } from "../php/value.ts"
import type { Profile } from "../profiles/profile.ts"
import type { Rules } from "../profiles/rules.ts"
import type { Project } from "../project/project.ts"
import { CONSOLE } from "../project/project-id.ts"
import type { Projects } from "../project/projects.ts"
import type { JwtClaims } from "../services/jwt.ts"
import type { World } from "../world.ts"
import { authorize, checkGroups } from "./authorize.ts"
import { type Identification, identify } from "./identify.ts"
import { isLimited, limitRate } from "./limit-rate.ts"
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
export function arrivalOf(request: Request, peer: string, sent: PhpArray, rules: Rules): Arrival {
  const { headers } = request
  const sentId = phpGet(sent, "project")
  const projectId = (typeof sentId === "string" ? sentId : headers.get("x-appwrite-project")) || CONSOLE
  return {
    request,
    peer,
    sent,
    projectId,
    shownSession: shownSession(headers, projectId),
    format: responseFormat(headers.get("x-appwrite-response-format") ?? "", rules),
    caller: undefined,
  }
}

function loadProject(projects: Projects, id: string): Project {
  const project = projects.require(id)
  if (project === undefined) throw new AppwriteError("project_not_found")
  return project
}

async function claimsOf(world: World, jwt: string, { callers }: Rules): Promise<JwtClaims> {
  const { verifyJwt } = await import("../services/jwt.ts")
  return verifyJwt(world, jwt, callers.jwtLeeway)
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
  { rules }: Pick<Profile, "rules">,
  arrival: Arrival,
  route: AdmittingRoute,
  added: ResponseHeaders,
): NowOrLater<ArrivedCall> {
  const jwt = arrival.request.headers.get("x-appwrite-jwt")
  const claims = jwt ? claimsOf(server.world, jwt, rules) : undefined
  return after(claims, (verified) => {
    const { project, caller, request, user } = senderOf(server, arrival, route, verified)
    const { world } = server
    const confirm = () => {
      const now = senderOf(server, arrival, route, verified)
      checkGroups(world, now.project, now.caller, now.user, route)
      if (!isSameCaller(caller, now.caller)) throw new Outdated()
    }
    const call = { world, project, caller, request, confirm }
    if (isLimited(route)) limitRate(server.rateLimits, route, call, arrival.sent, added)
    checkGroups(world, project, caller, user, route)
    return call
  })
}

/** A request's project and caller, and the user whose session or JWT came along. */
type Sender = Pick<ArrivedCall, "project" | "caller" | "request"> & Pick<Identification, "user">

/** Nothing is awaited here: who the caller is stays true until the checks are done. */
function senderOf(
  { world, projects }: Server,
  arrival: Arrival,
  route: AdmittingRoute,
  claims: JwtClaims | undefined,
): Sender {
  const { headers } = arrival.request
  const project = loadProject(projects, arrival.projectId)
  const { shown } = arrival.shownSession
  const key = headers.get("x-appwrite-key") ?? ""
  const identification = identify(world, project, { headers, key, sent: arrival.sent, shown, claims })
  arrival.caller = identification.caller
  if (project.id === CONSOLE && headers.get("x-appwrite-mode") === "admin") {
    throw new AppwriteError("general_bad_request", "Admin mode is not allowed for console project")
  }
  if (key === "") project.rules.http.checkOrigin(arrival.request, project.id)
  const request = requestFacts(arrival.request, identification.caller.role === "applications", arrival.peer)
  const caller = authorize(world, project, identification, route, request.hostname)
  return { project, caller, request, user: identification.user }
}

function isSameCaller(before: Caller, now: Caller): boolean {
  if (before.role !== "users" || now.role !== "users") return before.role === now.role
  return (
    before.user.$id === now.user.$id &&
    before.session?.$id === now.session?.$id &&
    before.impersonator?.$id === now.impersonator?.$id
  )
}
