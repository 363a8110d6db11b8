import type { Caller } from "../caller.ts"
import type { Endpoint } from "../endpoint.ts"
import type { ErrorType } from "../errors.ts"
import type { Exchange } from "../server/exchange.ts"
import { BASE_PATH, rawPath } from "../server/path.ts"
import { ignoredParameters } from "./ignored-parameters.ts"
import type { IgnoredParameter, LogCaller, LogEntry } from "./log-entry.ts"
import { withoutSecrets } from "./sent-secrets.ts"

/** What the log keeps of an exchange: mostly what is there anyway. It becomes an entry when somebody asks. */
export interface NotedExchange {
  readonly id: number
  readonly at: number
  readonly projectId: string
  readonly method: string
  readonly url: string
  readonly endpoint: Endpoint | undefined
  readonly caller: Caller | undefined
  readonly status: number
  readonly duration: number
  readonly error: { readonly type: ErrorType; readonly message: string } | undefined
  readonly ignored: readonly IgnoredParameter[]
  readonly sdkName: string | null
  readonly sdkVersion: string | null
  readonly hint: string | undefined
}

const NO_PARAMETERS: readonly IgnoredParameter[] = []

/** Notes an exchange. This is on the way of every request: nothing is formatted, and texts are searched on errors only. */
export function note(exchange: Exchange, id: number): NotedExchange {
  const { arrival, endpoint, at, status, duration, error, hint } = exchange
  const { request, projectId, caller, sent } = arrival
  const { headers, method, url } = request
  return {
    id,
    at,
    projectId,
    method,
    url: error === undefined ? url : withoutSecrets(url, exchange),
    endpoint,
    caller,
    status,
    duration,
    error: error && { type: error.type, message: withoutSecrets(error.message, exchange) },
    ignored: endpoint === undefined ? NO_PARAMETERS : ignoredParameters(request, sent, endpoint.params),
    sdkName: headers.get("x-sdk-name"),
    sdkVersion: headers.get("x-sdk-version"),
    hint: hint && withoutSecrets(hint, exchange),
  }
}

/** What people get to see of a noted exchange. */
export function toEntry(noted: NotedExchange): LogEntry {
  const { id, at, projectId, method, url, endpoint, caller, status, duration, error, ignored } = noted
  const { sdkName, sdkVersion, hint } = noted
  return {
    id,
    time: new Date(at).toISOString(),
    project: projectId,
    method,
    path: rawPath(url),
    route: endpoint === undefined ? null : BASE_PATH + endpoint.path,
    caller: toLogCaller(caller),
    status,
    duration: Math.round(duration * 1000) / 1000,
    error: error ?? null,
    ignored,
    sdk: sdkName === null ? null : { name: sdkName, version: sdkVersion ?? "" },
    hint: hint ?? null,
  }
}

function toLogCaller(caller: Caller | undefined): LogCaller {
  switch (caller?.role) {
    case undefined:
      return { role: "unknown" }
    case "guests":
      return { role: "guest" }
    case "applications":
      return { role: "key", name: caller.key.name }
    case "users":
      return {
        role: "user",
        userId: caller.user.$id,
        impersonatorId: caller.impersonator?.$id ?? null,
      }
  }
}
