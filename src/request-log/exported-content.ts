import { isJsonObject, type JsonValue, parseJson } from "../contract/json-value.ts"
import type { Step } from "../contract/transcript.ts"
import { decodeJson } from "../php/json-decode.ts"
import { encodeJson } from "../php/json-encode.ts"
import { phpCount } from "../php/value.ts"
import type { KeptExchange } from "./kept-exchanges.ts"

/** What takes the place of a body that nothing could read: nobody knows which secrets it held. */
const UNREADABLE: Step["content"] = { raw: "" }

/**
 * The body of a request as a transcript has it. JSON stays JSON, and so does what was read of a form, since the rules are
 * the same from there on; what was not read is left out.
 */
export function exportedContent({ content, arrival, error, status }: KeptExchange): Step["content"] {
  const { request, sent } = arrival
  if (content === "") return undefined
  if (!isJsonType(request.headers))
    return phpCount(sent) === 0 ? UNREADABLE : { json: readJson(encodeJson(sent)) }
  // A scalar breaks the server, whichever it is.
  if (status === 500 && error === undefined) return { raw: "0" }
  if (phpCount(sent) > 0) return asSent(content)
  const value = parseJson(content)
  return isJsonObject(value) && Object.keys(value).length === 0 ? { json: value } : UNREADABLE
}

/** Whether a body is announced as JSON. */
export function isJsonType(headers: Headers): boolean {
  return headers.get("content-type")?.split(";", 1)[0] === "application/json"
}

/** Some JSON says more to PHP than it says to JavaScript, such as `1.0` or a number of twenty digits. */
function asSent(content: string): Step["content"] {
  const value = parseJson(content)
  if (value !== undefined && phpForm(JSON.stringify(value)) === phpForm(content)) return { json: value }
  return { raw: phpForm(content) }
}

function phpForm(text: string): string {
  return encodeJson(decodeJson(text) ?? null)
}

function readJson(text: string): JsonValue {
  return parseJson(text) ?? null
}
