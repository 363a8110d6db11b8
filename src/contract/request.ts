import { isJsonList, isJsonObject, type JsonValue, mapStrings } from "./json-value.ts"
import { totpCode } from "./totp.ts"
import type { SentStep } from "./transcript.ts"
import { translateText } from "./translate.ts"
import type { Twins } from "./twins.ts"

/** Brings what the recipient of a message is to send back; the messages of a project are counted from 0. */
export type ReadOutbox = (message: number) => string | undefined

/**
 * The request of a step, as it was recorded but for the twins: path and raw body untouched, a query list as
 * `name[0]=…&name[1]=…`, a JSON body with `content-type: application/json` unless the step has its own, and
 * `{"$totp": SECRET}` as the code of the moment; `{"$outbox": NUMBER}` as what that message brought.
 *
 * @param baseUrl URL that the recorded paths begin at, `/v1` included.
 * @param at moment of sending, in milliseconds since the epoch.
 * @param outbox brings the code or the secret of a message, by its number; without it nobody can read messages.
 */
export async function toRequest(
  step: SentStep,
  twins: Twins,
  baseUrl: string,
  at: number,
  outbox: ReadOutbox = () => undefined,
): Promise<Request> {
  const translate = (text: string) => translateText(text, twins)
  const headers = new Headers(Object.entries(step.headers).map(([name, value]) => [name, translate(value)]))
  const url = baseUrl + translate(step.path) + toQueryText(step, translate)
  const { content, method } = step
  if (content === undefined) return new Request(url, { method, headers })
  // Bytes, since a string would get a content type of its own.
  if ("raw" in content) {
    return new Request(url, { method, headers, body: new TextEncoder().encode(translate(content.raw)) })
  }
  if (!headers.has("content-type")) headers.set("content-type", "application/json")
  const body = await withCodes(mapStrings(content.json, translate), at, outbox)
  return new Request(url, { method, headers, body: JSON.stringify(body) })
}

function toQueryText({ path, query }: SentStep, translate: (text: string) => string): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === "string") search.append(name, translate(value))
    else for (const [index, item] of value.entries()) search.append(`${name}[${index}]`, translate(item))
  }
  if (search.size === 0) return ""
  return (path.includes("?") ? "&" : "?") + search.toString()
}

async function withCodes(value: JsonValue, at: number, outbox: ReadOutbox): Promise<JsonValue> {
  if (isJsonList(value)) return Promise.all(value.map((item) => withCodes(item, at, outbox)))
  if (!isJsonObject(value)) return value
  const [[name, member] = [], ...others] = Object.entries(value)
  if (others.length === 0) {
    if (name === "$totp" && typeof member === "string") return totpCode(member, at)
    if (name === "$outbox" && typeof member === "number") return outbox(member) ?? value
  }
  const members = Object.entries(value).map(
    async ([name, item]) => [name, await withCodes(item, at, outbox)] as const,
  )
  return Object.fromEntries(await Promise.all(members))
}
