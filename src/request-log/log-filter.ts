import { ANYTHING, checkMembers } from "../check-members.ts"
import { BASE_PATH } from "../server/path.ts"
import { callerText, type LogCaller, type LogEntry } from "./log-entry.ts"

/** Which entries of the request log are meant: those that match all that is said. */
export interface LogFilter {
  /** ID of the project. */
  readonly project?: string | undefined
  readonly method?: string | undefined
  /** A declared path, with or without method and `/v1`: `POST /v1/users`, `/users/:userId`. */
  readonly route?: string | undefined
  /** The path as it was sent, `/v1` included. */
  readonly path?: string | RegExp | undefined
  /** A status, or a class of them such as `4xx`. */
  readonly status?: number | StatusClass | undefined
  /** `guest`, `user`, `key`, the ID of a user (also of who acts in another's name), or the name of a key. */
  readonly caller?: string | undefined
  /** Type of the error, such as `user_not_found`. */
  readonly error?: string | undefined
  /** The `id` of an entry: only those that came after it. */
  readonly since?: number | undefined
}

/** All statuses that begin with the same digit. */
export type StatusClass = `${1 | 2 | 3 | 4 | 5}xx`

/** Each member of a filter, as a test that an entry passes if the filter says nothing of it. */
const tests: Readonly<Record<keyof LogFilter, (entry: LogEntry, filter: LogFilter) => boolean>> = {
  project: ({ project }, { project: wanted = project }) => project === wanted,
  method: ({ method }, { method: wanted = method }) => method === wanted.toUpperCase(),
  route: (entry, { route }) => route === undefined || isOnRoute(entry, route),
  path: ({ path }, { path: wanted = path }) =>
    typeof wanted === "string" ? path === wanted : path.search(wanted) !== -1,
  status: ({ status }, { status: wanted = status }) =>
    typeof wanted === "number" ? status === wanted : `${Math.floor(status / 100)}xx` === wanted,
  caller: ({ caller }, { caller: wanted }) => wanted === undefined || callerNames(caller).includes(wanted),
  error: ({ error }, { error: wanted }) => wanted === undefined || error?.type === wanted,
  since: ({ id }, { since = 0 }) => id > since,
}

function isOnRoute({ method, route }: LogEntry, wanted: string): boolean {
  const [, wantedMethod, wantedPath = ""] = /^(?:([A-Za-z]+) )?(.*)$/.exec(wanted) ?? []
  if (wantedMethod !== undefined && wantedMethod.toUpperCase() !== method) return false
  return route === wantedPath || route === BASE_PATH + wantedPath
}

function callerNames(caller: LogCaller): readonly (string | null)[] {
  if (caller.role === "user") return ["user", caller.userId, caller.impersonatorId, callerText(caller)]
  return caller.role === "key" ? ["key", caller.name, callerText(caller)] : [caller.role]
}

/** What a filter can name. */
export const FILTER_NAMES = [
  "project",
  "method",
  "route",
  "path",
  "status",
  "caller",
  "error",
  "since",
] as const

const RULES = Object.fromEntries(FILTER_NAMES.map((name) => [name, ANYTHING]))

/**
 * Refuses a filter that names what entries do not have: it would match them all.
 * @throws EmulatorError `option_unknown`
 */
export function checkFilter(filter: LogFilter): void {
  checkMembers("", filter, RULES)
}

/** The members of a filter that an entry does not match. */
export function missedBy(entry: LogEntry, filter: LogFilter): readonly (keyof LogFilter)[] {
  return FILTER_NAMES.filter((name) => !tests[name](entry, filter))
}

/** Whether an entry matches all members of a filter. */
export function matchesFilter(entry: LogEntry, filter: LogFilter): boolean {
  return FILTER_NAMES.every((name) => tests[name](entry, filter))
}
