import type { Endpoint } from "../endpoint.ts"
import type { AppwriteError } from "../errors.ts"
import { phpCount } from "../php/value.ts"
import { CONSOLE } from "../project/project-id.ts"
import type { Projects } from "../project/projects.ts"
import { serviceSegments } from "../services/services.ts"
import type { Arrival } from "./admit.ts"
import { meantPath } from "./meant-path.ts"
import { BASE_PATH, rawPath, rawQuery } from "./path.ts"

/** The header in which the emulator says what may be wrong with a request; no real server sends it. */
export const HINT_HEADER = "x-emulator-hint"

/** A hint as a header can hold it. */
export function headerText(hint: string): string {
  return hint.replace(/[^\x20-\x7e]/g, "?")
}

/** A request that was refused. */
export interface Refused {
  readonly arrival: Arrival
  /** `undefined`: there is no such route. */
  readonly endpoint: Endpoint | undefined
  readonly error: AppwriteError
  readonly projects: Projects
}

/**
 * What is likely to be wrong with a refused request, for the person who made the client: a wrong path, project or key, or
 * parameters where nobody reads them. Appwrite's own messages leave that to be guessed.
 * @returns `undefined` where the message says it all.
 */
export function hintFor({ arrival, endpoint, error, projects }: Refused): string | undefined {
  const path = rawPath(arrival.request.url)
  if (endpoint === undefined) {
    const wrongPath = pathHint(path)
    if (wrongPath !== undefined) return wrongPath
  }
  const { headers } = arrival.request
  if (error.type === "project_not_found") return projectHint(arrival.projectId, projects)
  if (arrival.projectId === CONSOLE && !headers.get("x-appwrite-project")) {
    return "The request names no project: send the header X-Appwrite-Project (setProject in an SDK)."
  }
  if (error.type === "user_unauthorized" && headers.get("x-appwrite-key")) {
    return `Project "${arrival.projectId}" has no such API key.`
  }
  return error.type === "general_argument_invalid" ? unreadHint(arrival) : undefined
}

function pathHint(path: string): string | undefined {
  if (path === "/") {
    return `This is appwrite-users-emulator, an Appwrite server for users in memory: its API is below ${BASE_PATH}.`
  }
  const [, first = "", second = ""] = path.split("/")
  if (`/${first}` !== BASE_PATH) {
    const meant = meantPath(path) ?? BASE_PATH
    return `The API is below ${BASE_PATH}: the endpoint of a client ends in it. Maybe ${meant} is meant.`
  }
  if (`/${second}` === BASE_PATH) {
    return `The path begins with ${BASE_PATH} twice: maybe ${path.slice(BASE_PATH.length)} is meant. The endpoint ends in ${BASE_PATH}, so that paths begin behind it.`
  }
  if (serviceSegments.includes(second)) return undefined
  return `The emulator has no service "${second}": it has ${serviceSegments.join(", ")}.`
}

function projectHint(id: string, projects: Projects): string {
  const known = projects.list().flatMap((project) => (project.id === CONSOLE ? [] : [`"${project.id}"`]))
  const there = known.length === 0 ? "there is none" : `there is ${known.join(", ")}`
  return `No project "${id}" was announced: ${there}. Announce it, or run the emulator without strict projects.`
}

/** Appwrite 1.9 reads the query of a GET and the body of everything else, and of that only what it knows to decode. */
function unreadHint({ request, sent }: Arrival): string | undefined {
  if (request.method === "GET" || phpCount(sent) > 0) return undefined
  if (Number(request.headers.get("content-length") ?? 0) > 0) {
    const type = request.headers.get("content-type")
    return type?.startsWith("application/json")
      ? "The body was not read: it is no JSON object with members."
      : `The body was not read: its Content-Type is ${type ?? "missing"}, where application/json is expected.`
  }
  const isInQuery = rawQuery(request.url) !== ""
  return isInQuery
    ? `The query was not read: ${request.method} takes its parameters from the body.`
    : undefined
}
