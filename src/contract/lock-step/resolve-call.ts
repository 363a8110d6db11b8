import { isJsonList, isJsonObject, type JsonValue } from "../json-value.ts"
import type { SentStep } from "../transcript.ts"
import type { Call } from "./call.ts"
import { type Finding, findingsFor } from "./findings.ts"
import { fillPlaces, type Places } from "./places.ts"

/** A call bound to a server and to what it answered so far. */
export interface ResolvedCall {
  readonly sent: SentStep
  /** What it took from earlier answers. */
  readonly taken: readonly Finding[]
  /** The user whom it names, or whose session it shows. */
  readonly userId: string | undefined
}

/** What a call is bound to. */
export interface Binding {
  readonly project: string
  readonly key: string
  readonly places: Places
  /** Of the answers so far, in their order. */
  readonly findings: readonly Finding[]
}

/** Fills in all that a call left open. */
export function resolveCall(call: Call, binding: Binding): ResolvedCall {
  const taken: Finding[] = []
  const fill = (text: string) => fillPlaces(text, call.person, binding.places)
  const take = (name: string, nth: number): Finding | undefined => {
    const finding = findingsFor(binding.findings, name, fill(call.person))[nth]
    if (finding !== undefined) taken.push(finding)
    return finding
  }
  const params = Object.fromEntries(
    Object.entries(call.params).map(([name, value]) => [name, resolveValue(value, fill, take)] as const),
  )
  const path = call.path.replace(/:(\w+)/g, (_, name: string) => toSegment(params[name]))
  const others = Object.entries(params).filter(([name]) => !call.path.split("/").includes(`:${name}`))
  const credential = credentialHeaders(call, binding, take)
  const isRead = call.method === "GET"
  return {
    sent: {
      as: call.as,
      method: call.method,
      path,
      query: isRead ? toQuery(others) : {},
      headers: { ...credential, ...call.headers },
      content: isRead ? undefined : { json: Object.fromEntries(others) },
      note: undefined,
    },
    taken,
    userId:
      typeof params.userId === "string"
        ? params.userId
        : taken.find(({ name }) => isCredential(name))?.userId,
  }
}

const isCredential = (name: string) => name === "session" || name === "jwt"

function resolveValue(
  value: JsonValue,
  fill: (text: string) => string,
  take: (name: string, nth: number) => Finding | undefined,
): JsonValue {
  if (typeof value === "string") return fill(value)
  if (isJsonList(value)) return value.map((item) => resolveValue(item, fill, take))
  if (!isJsonObject(value)) return value
  const { $earlier, $json, nth, otherwise } = value
  if (typeof $earlier === "string" && typeof nth === "number") {
    return take($earlier, nth)?.value ?? resolveValue(otherwise ?? null, fill, take)
  }
  if ($json !== undefined) return JSON.stringify(resolveValue($json, fill, take))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [fill(name), resolveValue(item, fill, take)]),
  )
}

function credentialHeaders(
  { as }: Call,
  { project, key }: Binding,
  take: (name: string, nth: number) => Finding | undefined,
): Readonly<Record<string, string>> {
  const headers = { "x-appwrite-project": project }
  if (as === "guest") return headers
  if (as === "key") return { ...headers, "x-appwrite-key": key }
  const value = take(as === "jwt" ? "jwt" : "session", 0)?.value
  // Nobody has logged in yet: the call is a guest's.
  if (typeof value !== "string") return headers
  if (as === "jwt") return { ...headers, "x-appwrite-jwt": value }
  if (as === "session") return { ...headers, "x-appwrite-session": value }
  return { ...headers, cookie: `a_session_${project.toLowerCase()}=${encodeURIComponent(value)}` }
}

/** Appwrite does not decode segments, so that only what needs no escape arrives as it was meant. */
function toSegment(value: JsonValue | undefined): string {
  return encodeURIComponent(typeof value === "string" ? value : JSON.stringify(value ?? null)) || "_"
}

function toQuery(params: readonly (readonly [string, JsonValue])[]): SentStep["query"] {
  return Object.fromEntries(
    params.map(([name, value]) => [name, isJsonList(value) ? value.map(toQueryText) : toQueryText(value)]),
  )
}

function toQueryText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value)
}
