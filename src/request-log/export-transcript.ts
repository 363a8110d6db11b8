import { createHash } from "node:crypto"
import { readAnswer } from "../contract/answer.ts"
import { redact, SecretLeftError } from "../contract/record/redact.ts"
import type { Caller, Step } from "../contract/transcript.ts"
import { transcriptText } from "../contract/transcript-text.ts"
import { transcriptNotKept } from "../emulator-error.ts"
import { encodeJson } from "../php/json-encode.ts"
import type { OutboxMessage } from "../project/outbox.ts"
import type { Project } from "../project/project.ts"
import { BASE_PATH, rawPath, rawQuery } from "../server/path.ts"
import { exportedContent, isJsonType } from "./exported-content.ts"
import type { KeptExchange } from "./kept-exchanges.ts"
import { withLiveCodes } from "./live-codes.ts"
import { serverWords } from "./server-words.ts"
import { syntheticSecrets } from "./synthetic-secrets.ts"

/** What a transcript is made of. */
export interface Exported {
  readonly project: Project
  /** All since the project was empty, in order. */
  readonly exchanges: readonly KeptExchange[]
  /** All that the project would have sent, oldest first. */
  readonly messages: readonly OutboxMessage[]
}

/** The headers of requests that mean something to an Appwrite server; those of the connection are made anew. */
const MEANT_HEADERS =
  /^(?:x-appwrite-.+|x-sdk-.+|x-forwarded-.+|x-fallback-cookies|content-type|cookie|origin|user-agent|accept-language)$/

/** The text of a transcript, without secrets. @throws EmulatorError `transcript_not_kept` if one is still there. */
export async function exportTranscript({ project, exchanges, messages }: Exported): Promise<string> {
  const name = `${project.id}-log`
  // Of a shape of its own, so that it is not taken for anything else that is called like the key.
  const key = `standard_${createHash("sha256").update(name).digest("hex")}`
  const [fullKey] = [...project.keys.values()].filter(({ scopes }) => scopes === "all")
  // Paths of recordings begin below the API's base path.
  const below = exchanges.filter(({ arrival }) =>
    `${rawPath(arrival.request.url)}/`.startsWith(`${BASE_PATH}/`),
  )
  const keys = new Map([[fullKey?.secret ?? "", key]])
  const sent = syntheticSecrets(exchanges, project, name)
  const steps: Step[] = []
  for (const exchange of below) steps.push(withoutRawSecrets(await toStep(exchange, keys), sent))
  const transcript = {
    name,
    area: "request-log",
    server: `Appwrite ${project.profile.version}`,
    project: project.id,
    key,
    steps: await withLiveCodes(steps, messages),
  }
  const secrets = { sent, serverWords: serverWords(below, steps) }
  try {
    return transcriptText(redact(transcript, hostOf(exchanges), secrets))
  } catch (error) {
    throw error instanceof SecretLeftError ? transcriptNotKept(error.message) : error
  }
}

/** In a body that is kept as text, secrets are texts of JSON. */
function withoutRawSecrets(step: Step, sent: readonly (readonly [string, string])[]): Step {
  if (step.content === undefined || !("raw" in step.content)) return step
  let { raw } = step.content
  for (const [real, synthetic] of sent) raw = raw.replaceAll(encodeJson(real), encodeJson(synthetic))
  return { ...step, content: { raw } }
}

function hostOf([first]: readonly KeptExchange[]): string {
  return new URL(first?.arrival.request.url ?? "http://localhost").hostname
}

async function toStep(exchange: KeptExchange, keys: ReadonlyMap<string, string>): Promise<Step> {
  const { arrival, at, duration } = exchange
  const { request } = arrival
  const { url, method } = request
  const query = rawQuery(url)
  const readsQuery = method === "GET" || method === "HEAD"
  const content = exportedContent(exchange)
  return {
    as: callerOf(request.headers),
    method,
    path: rawPath(url).slice(BASE_PATH.length) + (readsQuery && query !== "" ? `?${query}` : ""),
    query: {},
    headers: meantHeaders(request.headers, content, keys),
    content,
    note: undefined,
    at,
    ms: Math.ceil(duration),
    answer: await readAnswer(toResponse(exchange)),
  }
}

function callerOf(headers: Headers): Caller {
  if (headers.get("x-appwrite-key")) return "key"
  if (headers.get("x-appwrite-jwt")) return "jwt"
  if (headers.get("x-appwrite-session")) return "session"
  return headers.get("cookie") || headers.get("x-fallback-cookies") ? "cookie" : "guest"
}

/** What was read of a form goes on as JSON. */
function meantHeaders(
  headers: Headers,
  content: Step["content"],
  keys: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const meant = [...headers].filter(([name]) => MEANT_HEADERS.test(name))
  const texts = Object.fromEntries(
    meant.map(([name, value]) => [name, name === "x-appwrite-key" ? (keys.get(value) ?? value) : value]),
  )
  const becameJson = content !== undefined && "json" in content && !isJsonType(headers)
  return becameJson ? { ...texts, "content-type": "application/json" } : texts
}

function toResponse({ status, headers, cookies, body }: KeptExchange): Response {
  const lines = new Headers(headers)
  for (const cookie of cookies) lines.append("set-cookie", cookie)
  return new Response(body, { status, headers: lines })
}
