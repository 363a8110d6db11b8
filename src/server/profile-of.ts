import { parseQueryString } from "../php/query-string.ts"
import { phpGet } from "../php/value.ts"
import type { Profile } from "../profiles/profile.ts"
import { rawQuery } from "./path.ts"
import type { Server } from "./server.ts"

/**
 * The profile of the project that a request is for, as far as header and query say; that of the emulator where there is
 * no such project yet. The body is not looked at: a project that only the body names is served by the routes of the
 * emulator's profile.
 */
export function profileOf({ world, projects }: Server, request: Request): Profile {
  const id = idInQuery(request) ?? request.headers.get("x-appwrite-project")
  return (id === null ? undefined : projects.get(id)?.profile) ?? world.profile
}

/** Of a request whose parameters are in its query. */
function idInQuery({ method, url }: Request): string | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined
  const query = rawQuery(url)
  if (!query.includes("project")) return undefined
  const id = phpGet(parseQueryString(query), "project")
  return typeof id === "string" && id !== "" ? id : undefined
}
