import type { JsonValue } from "../../src/contract/json-value.ts"
import { boundValue } from "./bound-value.ts"
import type { Encoding, FuzzedRequest, FuzzedValue } from "./fuzzed-request.ts"
import { requestLine } from "./odd-heads.ts"
import { BROKEN_PERCENTS, BROKEN_UTF8 } from "./strange-values.ts"
import type { WireRequest } from "./wire-request.ts"

/** What a request needs to know of the emulator. */
export interface KnownCallers {
  /** Header lines that show who a caller is. */
  credentials(caller: FuzzedRequest["caller"], person: string): Readonly<Record<string, string>>
  /** IDs and secrets that answers held, the newest last. */
  readonly known: readonly string[]
}

const BOUNDARY = "----fuzz"

/** A request as it goes over the wire: the head and, if it has one, the body. */
export function requestBytes(request: FuzzedRequest, callers: KnownCallers): WireRequest {
  const { endpoint, person, caller, encoding, padding, oddHead } = request
  const bind = (value: JsonValue) => boundValue(value, person, callers.known)
  const params = request.params.map(([name, sent]) => [name, jsonOf(sent, bind)] as const)
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name))
  const path = endpoint.path.replace(/:(\w+)/g, (_, wanted: string) => {
    const json = params.find(([name]) => name === wanted)?.[1]
    return json === undefined ? "" : plainText(json).slice(0, 3000)
  })
  const others = params.filter(([name]) => !inPath.has(name))
  const method = request.method ?? endpoint.method
  const hasBody = endpoint.method !== "GET"
  const query = hasBody || others.length === 0 ? "" : `?${queryText(request, others)}`
  const contentType = CONTENT_TYPES[encoding]
  const written = hasBody ? bodyOf(request, others) : Buffer.alloc(0)
  const body = padding === 0 ? written : Buffer.concat([written, Buffer.alloc(padding, " ")])
  const headers = {
    host: "localhost",
    ...(hasBody && { "content-type": contentType }),
    ...callers.credentials(caller, person),
  }
  const named = [...Object.entries(headers), ...request.headers].map(([name, value]) => `${name}: ${value}`)
  const lines = [...named, ...oddHead.lines].map((line) => `${line}\r\n`)
  return { head: requestLine(method, `/v1${target(path + query)}`, oddHead) + lines.join(""), body }
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

function queryText({ encoding, bytes }: FuzzedRequest, params: Params): string {
  return encoding === "broken percents" ? brokenForm(params, bytes) : formText(params)
}

function formText(params: Params, write: (text: string) => string = escaped): string {
  return params
    .flatMap(([name, json]) => {
      const items = json.startsWith("[") ? listItems(json) : undefined
      return items === undefined
        ? [`${write(name)}=${write(plainText(json))}`]
        : items.map(
            (item) => `${write(name)}[]=${write(typeof item === "string" ? item : JSON.stringify(item))}`,
          )
    })
    .join("&")
}

/** A form in which what is escaped goes wrong somewhere. */
function brokenForm(params: Params, bytes: Uint8Array): string {
  let escapes = 0
  return formText(params, (text) => {
    escapes += 1
    const wrong = BROKEN_PERCENTS[(bytes[escapes] ?? escapes) % BROKEN_PERCENTS.length]
    return `${escaped(text)}${wrong}`
  })
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

const CONTENT_TYPES: Readonly<Record<Encoding, string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: `multipart/form-data; boundary=${BOUNDARY}`,
  text: "text/plain",
  bytes: "application/json",
  "utf-16": "application/json; charset=utf-16",
  "broken utf-8": "application/json",
  "broken percents": "application/x-www-form-urlencoded",
}

function bodyOf({ encoding, bytes, delivery }: FuzzedRequest, params: Params): Buffer {
  switch (encoding) {
    case "json":
      return Buffer.from(jsonText(params))
    case "form":
    case "text":
      return Buffer.from(formText(params))
    case "multipart":
      return Buffer.from(multipartText(params))
    case "bytes":
      return Buffer.from(bytes)
    case "utf-16":
      return Buffer.from(`\ufeff${jsonText(params)}`, "utf16le")
    case "broken percents":
      return Buffer.from(brokenForm(params, bytes))
    case "broken utf-8": {
      const text = jsonText(params)
      const quote = text.indexOf('"', Math.floor(text.length * delivery.cut)) + 1
      const wrong = BROKEN_UTF8[(bytes[0] ?? 0) % BROKEN_UTF8.length] ?? Buffer.alloc(0)
      return Buffer.concat([Buffer.from(text.slice(0, quote)), wrong, Buffer.from(text.slice(quote))])
    }
  }
}

function jsonText(params: Params): string {
  return `{${params.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`
}

function multipartText(params: Params): string {
  const parts = params.map(
    ([name, json]) =>
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name.replaceAll('"', "%22")}"\r\n\r\n${plainText(json)}\r\n`,
  )
  return `${parts.join("")}--${BOUNDARY}--\r\n`
}
