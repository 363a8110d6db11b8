import { isJsonList, isJsonObject, type JsonValue, mapStrings } from "./json-value.ts"
import { totpCode } from "./totp.ts"
import type { SentStep } from "./transcript.ts"
import { translateText } from "./translate.ts"
import type { Twins } from "./twins.ts"

/**
 * The request of a step, as it was recorded but for the twins: path and raw body untouched, a query list as
 * `name[0]=…&name[1]=…`, a JSON body with `content-type: application/json` unless the step has its own, and
 * `{"$totp": SECRET}` as the code of the moment.
 *
 * @param baseUrl URL that the recorded paths begin at, `/v1` included.
 * @param at moment of sending, in milliseconds since the epoch.
 */
export async function toRequest(step: SentStep, twins: Twins, baseUrl: string, at: number): Promise<Request> {
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
  const body = await withTotpCodes(mapStrings(content.json, translate), at)
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

async function withTotpCodes(value: JsonValue, at: number): Promise<JsonValue> {
  if (isJsonList(value)) return Promise.all(value.map((item) => withTotpCodes(item, at)))
  if (!isJsonObject(value)) return value
  const { $totp, ...others } = value
  if (typeof $totp === "string" && Object.keys(others).length === 0) return totpCode($totp, at)
  const members = Object.entries(value).map(
    async ([name, item]) => [name, await withTotpCodes(item, at)] as const,
  )
  return Object.fromEntries(await Promise.all(members))
}
