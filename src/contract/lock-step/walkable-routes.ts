import { isPath } from "../request-path.ts"
import type { Route } from "./call.ts"

/** Which endpoints walks may call. */
export interface Choice {
  /** First segments of paths, such as `users`. */
  readonly areas: readonly string[]
  /** Endpoints to leave alone, as `METHOD /path` of their declaration, in which `*` stands for one segment or method, a last `**` for more segments. */
  readonly without: readonly string[]
  /** Whether the project has records of others, which answers about the whole project would show. */
  readonly sharesProject: boolean
}

/** What no comparison call by call can be about. */
const leftOut = [
  // Appwrite 1.9 counts some minutes later.
  "GET /users/usage",
  // Leads to a provider and its people.
  "GET /account/sessions/oauth2/**",
  "GET /account/tokens/oauth2/**",
  // Of settings only policies and ways to log in can be put back.
  "* /project/keys/**",
  "* /project/keys",
  "* /project/mock-phones/**",
  "* /project/mock-phones",
]

/** Areas that are walked unless others are asked for. */
export const defaultAreas: readonly string[] = ["users", "account", "teams"]

/** The endpoints that walks may call, of all that are declared. */
export function walkableRoutes<R extends Route>(routes: readonly R[], choice: Choice): readonly R[] {
  const { areas, without, sharesProject } = choice
  return routes.filter(
    (route) =>
      areas.includes(areaOf(route.path)) &&
      ![...leftOut, ...without].some((pattern) => isNamed(route, pattern)) &&
      !(sharesProject && isAboutAll(route)),
  )
}

/** The first segment of a path. */
function areaOf(path: string): string {
  return path.split("/")[1] ?? ""
}

function isNamed({ method, path }: Route, pattern: string): boolean {
  const [wantedMethod = "", wantedPath = ""] = pattern.split(" ")
  return (wantedMethod === "*" || wantedMethod === method) && isPath(path, wantedPath)
}

/** Lists of a whole project. */
function isAboutAll({ method, path }: Route): boolean {
  return method === "GET" && areaOf(path) !== "account" && !path.includes("/:")
}
