import type { JsonValue } from "../../src/contract/json-value.ts"
import { boundValue } from "./bound-value.ts"
import type { FuzzedRequest, FuzzedValue } from "./fuzzed-request.ts"

/** What a request needs to know of the emulator. */
export interface Ground {
  /** Header lines that show who a caller is. */
  credentials(caller: FuzzedRequest["caller"], person: string): Readonly<Record<string, string>>
  /** IDs and secrets that answers held, the newest last. */
  readonly known: readonly string[]
}

const BOUNDARY = "----fuzz"

/** A request as it goes over the wire: the head and, if it has one, the body. */
export function requestBytes(
  request: FuzzedRequest,
  ground: Ground,
): { readonly head: string; readonly body: Buffer } {
  const { endpoint, person, caller, encoding, bytes } = request
  const bind = (value: JsonValue) => boundValue(value, person, ground.known)
  const params = request.params.map(([name, sent]) => [name, jsonOf(sent, bind)] as const)
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name))
  const path = endpoint.path.replace(/:(\w+)/g, (_, wanted: string) => {
    const json = params.find(([name]) => name === wanted)?.[1]
    return json === undefined ? "" : plainText(json).slice(0, 3000)
  })
  const others = params.filter(([name]) => !inPath.has(name))
  const method = request.method ?? endpoint.method
  const hasBody = endpoint.method !== "GET"
  const query = hasBody || others.length === 0 ? "" : `?${formText(others)}`
  const { contentType, text } = encoded(encoding, others)
  const body = !hasBody ? Buffer.alloc(0) : encoding === "bytes" ? Buffer.from(bytes) : Buffer.from(text)
  const headers = {
    host: "localhost",
    ...(hasBody && { "content-type": contentType }),
    ...ground.credentials(caller, person),
  }
  const lines = [...Object.entries(headers), ...request.headers].map(([name, value]) => `${name}: ${value}`)
  return { head: `${method} /v1${target(path + query)} HTTP/1.1\r\n${lines.join("\r\n")}\r\n`, body }
}

/** What a request line can hold; the rest is written in percents. */
function target(text: string): string {
  return wellFormed(text)
    .replace(/[^!-~]/gu, (character: string) => encodeURIComponent(character))
    .slice(0, 12_000)
}

function jsonOf(sent: FuzzedValue, bind: (value: JsonValue) => JsonValue): string {
  return "json" in sent ? sent.json : JSON.stringify(bind(sent.value))
}

/** A value as it is where there is no JSON. */
function plainText(json: string): string {
  return json.startsWith('"') && json.endsWith('"') ? json.slice(1, -1) : json
}

type Params = readonly (readonly [name: string, json: string])[]

function formText(params: Params): string {
  return params
    .flatMap(([name, json]) => {
      const items = json.startsWith("[") ? listItems(json) : undefined
      return items === undefined
        ? [`${escaped(name)}=${escaped(plainText(json))}`]
        : items.map(
            (item) => `${escaped(name)}[]=${escaped(typeof item === "string" ? item : JSON.stringify(item))}`,
          )
    })
    .join("&")
}

/** Longer lists are nested so deep that they can't be written again. */
const LONGEST_LIST = 10_000

/** The items of a list; `undefined` if it is none. */
function listItems(json: string): readonly unknown[] | undefined {
  if (json.length > LONGEST_LIST) return undefined
  try {
    const value: unknown = JSON.parse(json)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

const escaped = (text: string) => encodeURIComponent(wellFormed(text))

/** Lone surrogates can't be written in UTF-8. */
const wellFormed = (text: string): string => Buffer.from(text).toString()

function encoded(encoding: FuzzedRequest["encoding"], params: Params) {
  switch (encoding) {
    case "form":
      return { contentType: "application/x-www-form-urlencoded", text: formText(params) }
    case "multipart":
      return { contentType: `multipart/form-data; boundary=${BOUNDARY}`, text: multipartText(params) }
    case "text":
      return { contentType: "text/plain", text: formText(params) }
    default: {
      const members = params.map(([name, json]) => `${JSON.stringify(name)}:${json}`)
      return { contentType: "application/json", text: `{${members.join(",")}}` }
    }
  }
}

function multipartText(params: Params): string {
  const parts = params.map(
    ([name, json]) =>
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name.replaceAll('"', "%22")}"\r\n\r\n${plainText(json)}\r\n`,
  )
  return `${parts.join("")}--${BOUNDARY}--\r\n`
}
